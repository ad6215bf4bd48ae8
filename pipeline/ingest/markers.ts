/** How a line is marked at its beginning, and its words without the mark. */
export type Marked =
  | {readonly kind: 'bullet'; readonly mark: string; readonly words: string}
  | {readonly kind: 'number'; readonly number: number; readonly words: string}
  | {readonly kind: 'quote'; readonly words: string}
  | {readonly kind: 'sign'; readonly mark: string; readonly words: string}

/**
 * Read the mark at the beginning of a line: a bullet, a number, the `>` of a quotation, or one of
 * the signs that Korean papers put before both headings and items (`■`, `◆`, `▲`).
 */
export function marked(line: string): Marked | undefined {
  const [bullet, bulletMark] = /^([-–—*])\s+(?=\S)|^([•·▪◦‣∙])\s*(?=\S)/.exec(line) ?? []
  if (bullet !== undefined) {
    return {
      kind: 'bullet',
      mark: bulletMark ?? bullet.trim(),
      words: line.slice(bullet.length),
    }
  }
  const [number, ...digits] =
    /^(?:(\d{1,3})[.)](?=\s)|\((\d{1,2})\)(?=\s*\D)|([①-⑳]))\s*(?=\S)/.exec(line) ?? []
  if (number !== undefined) {
    const [plain, bracketed, circled] = digits
    return {
      kind: 'number',
      number:
        circled === undefined
          ? Number.parseInt(plain ?? bracketed ?? '', 10)
          : (circled.codePointAt(0) ?? 0) - 0x2460 + 1,
      words: line.slice(number.length),
    }
  }
  const [quote] = /^>+\s*(?=\S)/.exec(line) ?? []
  if (quote !== undefined) return {kind: 'quote', words: line.slice(quote.length)}
  const [sign] = /^[■□◆◇◈●○▲△▶▷▣※]\s*(?=[^\s■□◆◇◈●○▲△▶▷▣※])/.exec(line) ?? []
  if (sign !== undefined) return {kind: 'sign', mark: sign.trim(), words: line.slice(sign.length)}
  return undefined
}

/** A line of nothing but dashes, stars and the like, drawn to divide the text. */
export function isRule(line: string): boolean {
  return /^(?:[-–—―*_=~#·•○◇]\s*){3,}$/.test(line)
}
