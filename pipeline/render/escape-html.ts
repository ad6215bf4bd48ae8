/** Text as it stands between tags. */
export function textContent(text: string): string {
  return /[<&]/u.test(text) ? text.replace(/[<&]/gu, reference) : text
}

/** A value as it stands between double quotation marks. */
export function attributeValue(value: string): string {
  return /[\0"&'`]/u.test(value) ? value.replace(/[\0"&'`]/gu, reference) : value
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}
