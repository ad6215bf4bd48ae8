/** Letters and their accented twins, all of Latin-1, which every font has. */
const twins = new Map(
  Array.from('aceinouydACEINOUYD').map((letter, index) => [
    letter,
    Array.from('åçéîñöûýðÅÇÉÎÑÖÛÝÐ')[index] ?? letter,
  ]),
)

const filler = ['öñé', 'twö', 'thréé', 'föûr', 'fîvé', 'sîx', 'sévéñ', 'éîght']

/** Each word in accents; one that has no letter to put any on gets one more: TV, TVé. */
export function accented(text: string): string {
  return text
    .replace(/[가-힣]+/gu, (word) => Array.from(word, latin).join(''))
    .replace(/\p{Script=Latin}+/gu, (word) => {
      const dressed = Array.from(word, (letter) => twins.get(letter) ?? letter).join('')
      return /^[a-z]+$/iu.test(dressed) ? `${dressed}é` : dressed
    })
}

/** Words to make a text of so many letters 40 % longer. */
export function accentedFiller(letters: number): string {
  return fillerOf(filler, letters * 0.4)
}

/** A syllable as two letters. */
function latin(syllable: string): string {
  const code = syllable.charCodeAt(0)
  return `${'bdghkmnprst'[code % 11] ?? ''}${'aeiou'[code % 5] ?? ''}`
}

/** Words until they have this many letters. */
export function fillerOf(words: readonly string[], letters: number): string {
  let filled = ''
  for (let index = 0; filled.length < Math.floor(letters); index++)
    filled += ` ${words[index % words.length] ?? ''}`
  return filled
}
