import type {CDPSession} from 'playwright-core'
import type {Declaration, Look} from '../model/declaration.ts'

/** All that style sheets say of an element, and of those that it lies in, the nearest first. */
type Matched = Awaited<ReturnType<typeof matchedStyles>>
type Level = Pick<Matched, 'inlineStyle' | 'matchedCSSRules'>
type Style = NonNullable<Level['inlineStyle']>
type Header = Readonly<
  Record<'styleSheetId' | 'sourceURL', string> & Record<'startLine' | 'startColumn', number>
>

/**
 * The declarations that give an element these looks, as the cascade settles it: its own, or those of
 * the nearest element around it from which it has the look. What no style sheet declares has none.
 *
 * @param selector as browsers take it
 */
export async function declared(
  session: CDPSession,
  selector: string,
  looks: readonly Look[],
): Promise<readonly Declaration[]> {
  const sheets = new Map<string, Header>()
  const note = ({header}: {readonly header: Header}) => sheets.set(header.styleSheetId, header)
  session.on('CSS.styleSheetAdded', note)
  try {
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const {root} = await session.send('DOM.getDocument', {depth: 0})
    const {nodeId} = await session.send('DOM.querySelector', {nodeId: root.nodeId, selector})
    if (nodeId === 0) return []
    const states = looks.includes('ring') ? ['focus', 'focus-visible'] : []
    await session.send('CSS.forcePseudoState', {nodeId, forcedPseudoClasses: states})
    const matched = await matchedStyles(session, nodeId)
    await session.send('CSS.forcePseudoState', {nodeId, forcedPseudoClasses: []})
    const levels = [matched, ...(matched.inherited ?? [])]
    return looks.flatMap((look) => found(levels, look, sheets) ?? [])
  } finally {
    session.off('CSS.styleSheetAdded', note)
    await session.send('CSS.disable')
    await session.send('DOM.disable')
  }
}

function matchedStyles(session: CDPSession, nodeId: number) {
  return session.send('CSS.getMatchedStylesForNode', {nodeId})
}

/** Properties that give a look, in families of which the last one said wins, and values that do. */
const kinds: Readonly<
  Record<Look, {readonly families: readonly (readonly string[])[]; readonly value: RegExp}>
> = {
  colour: {families: [['color']], value: /^(?!inherit|unset|revert|currentcolor)/i},
  ground: {
    families: [['background', 'background-color', 'background-image']],
    value: /^(?!inherit|unset|revert|initial|transparent|none)/i,
  },
  width: {
    families: [['min-width', 'min-inline-size'], ['width', 'inline-size'], ['white-space']],
    value: /^(nowrap|pre)\b|\d(px|r?em|ch|ex|pt|cm|mm|in|vw)\b/i,
  },
  clipping: {
    families: [['overflow', 'overflow-x', 'overflow-y', 'overflow-inline', 'overflow-block']],
    value: /\b(hidden|clip)\b/i,
  },
  ring: {
    families: [['outline', 'outline-style', 'outline-width', 'outline-color']],
    value: /^(0|none|transparent)\b/i,
  },
}

function found(
  levels: readonly Level[],
  look: Look,
  sheets: ReadonlyMap<string, Header>,
): Declaration | undefined {
  const {families, value} = kinds[look]
  // A ring is the element's own.
  for (const level of look === 'ring' ? levels.slice(0, 1) : levels) {
    for (const family of families) {
      const winner = winnerIn(level, family)
      if (winner !== undefined && value.test(winner.value)) return placed(winner, sheets)
    }
  }
  return undefined
}

interface Said {
  readonly property: string
  readonly value: string
  readonly important: boolean
  readonly selector: string
  readonly range: Style['range']
  readonly sheet: string | undefined
}

/** What wins of all that is said of these properties: rules come in the order of the cascade. */
function winnerIn(
  {matchedCSSRules = [], inlineStyle}: Level,
  family: readonly string[],
): Said | undefined {
  const rules = matchedCSSRules.map(({rule, matchingSelectors: [first = 0]}) => ({
    style: rule.style,
    selector: rule.selectorList.selectors[first]?.text ?? '',
    isAuthors: rule.origin === 'regular',
  }))
  const own = inlineStyle ? [{style: inlineStyle, selector: '', isAuthors: true}] : []
  const said = [...rules, ...own].flatMap(({style, selector, isAuthors}) =>
    style.cssProperties
      .filter(
        ({name, disabled, parsedOk, range}) =>
          // Longhands of what is written as a shorthand are listed with it, and stand nowhere.
          family.includes(name) && !disabled && parsedOk !== false && (range || !isAuthors),
      )
      .map((one): Said => ({
        property: one.name,
        value: one.value,
        important: one.important === true,
        selector,
        range: one.range,
        sheet: isAuthors ? style.styleSheetId : undefined,
      })),
  )
  return said.findLast(({important}) => important) ?? said.at(-1)
}

/** `undefined` for what is said by the browser itself, the element's own `style`, or a sheet that scripts have made. */
function placed(
  {property, value, selector, range, sheet}: Said,
  sheets: ReadonlyMap<string, Header>,
): Declaration | undefined {
  const header = sheet === undefined ? undefined : sheets.get(sheet)
  if (header === undefined || header.sourceURL === '' || range === undefined) return undefined
  const line = header.startLine + range.startLine
  const column = (range.startLine === 0 ? header.startColumn : 0) + range.startColumn
  return {
    property,
    value,
    selector,
    place: {file: header.sourceURL, line: line + 1, column: column + 1},
  }
}
