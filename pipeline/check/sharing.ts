import type {Finding} from '../model/finding.ts'

/**
 * Makes findings of many pages share what they have in common: each page's evidence has its own copy
 * of every text, and a site of thousands of pages a hundred thousand findings.
 */
export function sharing(): (finding: Finding) => Finding {
  const texts = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const text = <Value>(value: Value): Value => {
    if (typeof value !== 'string') return value
    const known = texts.get(value)
    if (known === undefined) texts.set(value, value)
    // It is the same text.
    return (known ?? value) as Value
  }
  const list = (values: readonly string[]): readonly string[] => {
    const key = values.join('\n')
    const known = lists.get(key)
    if (known === undefined) lists.set(key, values)
    return known ?? values
  }
  return (finding) => {
    const {check, message, place, criteria, act, engines, url} = finding
    return {
      ...finding,
      check: text(check),
      message: {
        key: text(message.key),
        values: Object.fromEntries(
          Object.entries(message.values).map(([name, value]) => [name, text(value)]),
        ),
      },
      place: {...place, file: text(place.file)},
      criteria: list(criteria),
      engines: list(engines),
      ...(act && {act: list(act)}),
      ...(url !== undefined && {url: text(url)}),
    }
  }
}
