/** Markup without what a framework has made up in it: the next build may well say otherwise. */
export function withoutMadeUp(markup: string): string {
  return markup.replace(madeUp, '')
}

/** A selector without places among siblings, and without ids that a framework has made up. */
export function withoutNumbers(selector: string): string {
  return selector.replace(/:nth-[a-z-]+\(\d+\)/g, '').replace(/#[^ >]*[_:«][rR][^ >]*/g, '#')
}

/** `id="menu-:r3:"`, `for="_R_6sl5_"`, `data-v-9167a1ed`. */
const madeUp =
  /\s(id|for|aria-[a-z]+|headers|list|form)="[^"]*[_:«][rR][\w]*[_:»][^"]*"|\sdata-v-[0-9a-f]{8}(="")?|(?<=[\s"])(svelte|css)-[0-9a-z]{5,8}(?=[\s"])/g
