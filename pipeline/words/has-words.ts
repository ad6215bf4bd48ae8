/** Whether there is anything to be read in a text: a letter or a figure. Signs and pictures name nothing. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
