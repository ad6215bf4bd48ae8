/** Runs in the page: keys that its words, seen or read out, say something of. Four at most. */
export function toldKeys(): readonly string[] {
  const names = [...document.querySelectorAll('[aria-label], [title]')].map(
    (one) => `${one.getAttribute('aria-label') ?? ''} ${one.getAttribute('title') ?? ''}`,
  )
  const words = `${document.body.innerText} ${names.join(' ')}`
  const combined = [...words.matchAll(/\b(ctrl|control|alt|shift)\s*\+\s*(\w{1,6})\b/gi)].map(
    ([, held = '', key = '']) => {
      const first = /^c/i.test(held) ? 'Control' : /^a/i.test(held) ? 'Alt' : 'Shift'
      return `${first}+${key.length === 1 ? key.toLowerCase() : key}`
    },
  )
  const letters = [
    ...words.matchAll(
      /\b(?:press|hit|type|use)(?:ing)? (?:the )?["'“‘]?([a-z\d])["'”’]?(?:[ -]key)?\b/gi,
    ),
    ...words.matchAll(/(?<![\p{L}\d])([a-z\d])['"”’]? ?(?:키|글쇠)/giu),
  ].map(([, key = '']) => key.toLowerCase())
  const single = [...words.matchAll(/\bF([1-9]|1[0-2])\b/g)].map(([key]) => key)
  const escape = /\besc(ape)?\b|이스케이프/i.test(words) ? ['Escape'] : []
  return [...new Set([...escape, ...single, ...combined, ...letters])]
    .filter((key) =>
      /^(Escape|F\d+|[a-z0-9]|(Control|Alt|Shift)\+([a-z0-9]|Tab|Escape|F\d+))$/.test(key),
    )
    .slice(0, 4)
}
