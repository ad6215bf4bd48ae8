/** What style sheets, attributes and the browser say of an element, as DevTools' protocol has it. */
export interface Matched {
  readonly matchedCSSRules?: readonly MatchedRule[]
  readonly pseudoElements?: readonly {
    readonly pseudoType: string
    readonly matches: readonly MatchedRule[]
  }[]
  readonly attributesStyle?: Style
  readonly inlineStyle?: Style
}

interface MatchedRule {
  readonly rule: {
    readonly origin: string
    readonly selectorList: {readonly selectors: readonly {readonly text: string}[]}
    readonly layers?: readonly {readonly text: string}[]
    readonly style: Style
  }
  readonly matchingSelectors: readonly number[]
}

interface Style {
  readonly styleSheetId?: string
  readonly cssProperties: readonly Property[]
}

interface Property {
  readonly name: string
  readonly value: string
  readonly important?: boolean
  readonly disabled?: boolean
  readonly parsedOk?: boolean
  readonly range?: Range
}

type Range = Readonly<Record<'startLine' | 'startColumn', number>>

/** A declaration, as the browser knows it. */
export interface Said {
  readonly property: string
  readonly value: string
  readonly selector: string
  readonly range: Range | undefined
  /** `undefined` for what no author's sheet says: the browser, an attribute. */
  readonly sheet: string | undefined
}

interface Source {
  readonly style: Style
  readonly selector: string
  readonly layer: string
  readonly isAuthors: boolean
}

/**
 * What wins of all that is said of these properties (CSS Cascading 5, section 6.1). Rules come in
 * the order of the cascade as it is for what is not important; for what is, the browser wins over the
 * author, and the first layer over the others.
 *
 * @param family of which the last one said wins; `all` is said of each
 */
export function winnerOf(matched: Matched, family: readonly string[]): Said | undefined {
  const said = sourcesOf(matched).flatMap((source) =>
    source.style.cssProperties
      .filter(
        ({name, disabled, parsedOk, range}) =>
          (name === 'all' || family.includes(name)) &&
          !disabled &&
          parsedOk !== false &&
          // Longhands of what is written as a shorthand are listed with it, and stand nowhere.
          (range || !source.isAuthors),
      )
      .map((one) => ({...source, ...one})),
  )
  const important = said.filter(({important: isImportant}) => isImportant)
  const [browsers, authors] = [false, true].map((isAuthors) =>
    important.filter((one) => one.isAuthors === isAuthors),
  )
  const strongest = authors?.at(-1)?.layer === styled ? styled : authors?.[0]?.layer
  const winner =
    browsers?.at(-1) ?? authors?.findLast(({layer}) => layer === strongest) ?? said.at(-1)
  return (
    winner && {
      property: winner.name,
      value: winner.value,
      selector: winner.selector,
      range: winner.range,
      sheet: winner.isAuthors ? winner.style.styleSheetId : undefined,
    }
  )
}

/** As a layer: the element's own `style`, which every rule yields to. */
const styled = 'style'

/** The weakest first. Attributes that say how an element looks yield to every rule of the author's. */
function sourcesOf({
  matchedCSSRules = [],
  attributesStyle,
  inlineStyle,
}: Matched): readonly Source[] {
  const rules = matchedCSSRules.map(({rule, matchingSelectors: [first = 0]}) => ({
    style: rule.style,
    selector: rule.selectorList.selectors[first]?.text ?? '',
    layer: (rule.layers ?? []).map(({text}) => `@layer ${text}`).join(),
    isAuthors: rule.origin === 'regular',
  }))
  const bare = {selector: '', layer: styled}
  return [
    ...rules.filter(({isAuthors}) => !isAuthors),
    ...(attributesStyle ? [{...bare, style: attributesStyle, isAuthors: false}] : []),
    ...rules.filter(({isAuthors}) => isAuthors),
    ...(inlineStyle ? [{...bare, style: inlineStyle, isAuthors: true}] : []),
  ]
}
