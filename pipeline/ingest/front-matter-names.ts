/** What the parts of an article are called in other systems' front matter, our own name first. */
const names = {
  headline: ['headline', 'title'],
  standfirst: ['standfirst', 'description', 'summary', 'excerpt'],
  byline: ['byline', 'author', 'authors'],
  dateline: ['dateline'],
} as const

/** The name under which front matter has a part of the article; `undefined` where it has none. */
export function nameIn(
  values: Readonly<Record<string, unknown>>,
  part: keyof typeof names,
): string | undefined {
  return names[part].find((name) => values[name] !== undefined && values[name] !== null)
}
