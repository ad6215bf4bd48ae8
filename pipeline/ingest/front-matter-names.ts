/** What the parts of an article are called in other systems' front matter, our own name first. */
const names = {
  headline: ['headline', 'title'],
  standfirst: ['standfirst', 'description', 'summary', 'excerpt', 'subtitle'],
  byline: ['byline', 'author', 'authors'],
  dateline: ['dateline'],
  published: ['published', 'date'],
  updated: ['updated', 'lastmod', 'modified'],
  locale: ['locale', 'lang', 'language'],
} as const

/** The name under which front matter has a part of the article; `undefined` where it has none. */
export function nameIn(
  values: Readonly<Record<string, unknown>>,
  part: keyof typeof names,
): string | undefined {
  return names[part].find((name) => values[name] !== undefined && values[name] !== null)
}

/** What we call what another system calls `name`; `undefined` where it is nothing we know. */
export function ourName(name: string): string | undefined {
  return Object.entries(names).find(([, others]) => others.some((other) => other === name))?.[0]
}
