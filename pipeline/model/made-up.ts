/** Markup without what a framework has made up in it: the next build may well say otherwise. */
export function withoutMadeUp(markup: string): string {
  return markup
    .replace(madeUp, '')
    .replace(pointing, (attribute) => (withoutChance(attribute) === attribute ? attribute : ''))
}

/** A selector without places among siblings, and without ids that a framework has made up. */
export function withoutNumbers(selector: string): string {
  return selector
    .replace(/:nth-[a-z-]+\(\d+\)/g, '')
    .replace(/#[^ >]*[_:«][rR][^ >]*/g, '#')
    .replace(/#[^ >]*/g, (id) => (withoutChance(id) === id ? id : '#'))
}

/**
 * A text with a star for each run of letters and digits that chance may have made, anew with each
 * loading of a page: `mantine-q539by8kz`, `react-aria4884993507`, `lit$271451994$`; for each UUID; and for the first
 * number of two at a name’s end, `el-id-4363-61`.
 */
export function withoutChance(text: string): string {
  return text
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, '*')
    .replace(/(?<=[a-z]-)(?!19|20)\d{3,4}(?=-\d{1,3}\b)/gi, '*')
    .replace(/[a-z\d]{8,}/gi, (run) => (/\d/.test(run) ? '*' : run))
}

/** `id="menu-:r3:"`, `for="_R_6sl5_"`, `data-v-9167a1ed`, `<!--?lit$271451994$-->`. */
const madeUp =
  /\s(id|for|aria-[a-z]+|headers|list|form)="[^"]*[_:«][rR][\w]*[_:»][^"]*"|\sdata-v-[0-9a-f]{8}(="")?|(?<=[\s"])(svelte|css)-[0-9a-z]{5,8}(?=[\s"])|<!--\?lit\$\d+\$-*>?/g

/** Attributes that hold ids. */
const pointing =
  /\s(id|for|name|headers|list|form|aria-(labelledby|describedby|controls|owns|activedescendant|details|errormessage|flowto))="[^"]*"/g
