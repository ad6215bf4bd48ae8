// XML allows more; these are names to every edition of it.
const plain = /[A-Za-z0-9._\-가-힣一-龥ぁ-ゔァ-ヺ]/u
const escape = /_x([0-9A-F]{4})_/gu

/**
 * An id as an XML name, which TBX asks for: what a name cannot have is written as SQL/XML does
 * (ISO 9075-14), `_x0020_` for a space.
 */
export function xmlName(id: string): string {
  return id
    .split('')
    .map((unit, index) => {
      const isStart = index > 0 || !/[0-9.-]/u.test(unit)
      const isEscape = unit === '_' && id[index + 1] === 'x'
      return plain.test(unit) && isStart && !isEscape ? unit : escaped(unit)
    })
    .join('')
}

/** The id that `xmlName` made a name of. */
export function idOf(name: string): string {
  return name.replace(escape, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function escaped(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
