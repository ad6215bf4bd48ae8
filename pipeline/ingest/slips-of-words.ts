import type {Slip, Suspicion} from './slip.ts'

const partners: Readonly<Record<string, string>> = {
  '[': ']',
  ']': '[',
  '(': ')',
  ')': '(',
  '{': '}',
  '}': '{',
}

/** A bracket or stroke inside a word, without a partner in the text: `commun[ist-ruled`. */
export const insideWord: Suspicion = (text) =>
  [
    ...text.matchAll(
      /(?<![\p{L}\p{N}'’-])[\p{L}\p{N}'’-]*\p{L}([[\](){}|\\])\p{L}[\p{L}\p{N}'’-]*/gu,
    ),
  ].flatMap(({0: found, 1: sign = '', index}) => {
    const partner = partners[sign]
    return partner !== undefined && text.includes(partner)
      ? []
      : [{variant: 'bracket', index, found, suggestion: found.replace(sign, '')}]
  })

/** Words that stand twice for good reason, and those of which nobody can tell. */
const rightlyDoubled = /^(?:had|that|so|very|bye|ha|no|now|many|far|long|really|there|ㅋ+|ㅎ+)$/i
const perhapsDoubled = /^(?:is|in|do|on|it)$/i

/** `the the`. A name (`Duran Duran`) and Korean (`하나 하나`) may be meant so: no suggestion. */
export const doubled: Suspicion = (text) =>
  [...text.matchAll(/(?<![\p{L}\p{N}'’-])(\p{L}+)\s+(\1)(?![\p{L}\p{N}'’-])/giu)].flatMap(
    ({0: found, 1: word = '', 2: again = '', index}): readonly Slip[] => {
      const korean = /[가-힣]/.test(word)
      if (rightlyDoubled.test(word) || (korean && word.length < 2)) return []
      return korean || /^\p{Lu}/u.test(again) || perhapsDoubled.test(word)
        ? [{variant: 'doubled-perhaps', index, found, suggestion: undefined}]
        : [{variant: 'doubled', index, found, suggestion: word}]
    },
  )

/** The letter O among figures (`2O26`), and `0f` for `of`. */
export const figures: Suspicion = (text) => [
  ...[...text.matchAll(/(?<![\p{L}\p{N}])\d+[Oo]\d+(?![\p{L}\p{N}])/gu)].map(
    ({0: found, index}) => ({
      variant: 'figure' as const,
      index,
      found,
      suggestion: found.replace(/o/i, '0'),
    }),
  ),
  ...[...text.matchAll(/(?<![\p{L}\p{N}])0f(?=\s)/gu)].map(({0: found, index}) => ({
    variant: 'figure' as const,
    index,
    found,
    suggestion: 'of',
  })),
]

/** Cyrillic and Greek letters that look like Latin ones. */
const latinOf: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    'аaеeоoрpсcхxуyіiѕsАAВBЕEКKМMНHОOРPСCТTХXοoΟOΑAΒBΕEΖZΗHΙIΚKΜMΝNΡPΤTΥYΧX'.matchAll(/(.)(.)/gu),
  ).map(([, alien = '', latin = '']) => [alien, latin]),
)

/** A word in two alphabets that look alike: a Cyrillic `а` in `Pаris`. */
export const scripts: Suspicion = (text) =>
  [...text.matchAll(/\p{L}+/gu)].flatMap(({0: found, index}) => {
    if (!/\p{Script=Latin}/u.test(found) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(found))
      return []
    const latin = Array.from(found, (letter) => latinOf[letter] ?? letter).join('')
    const certain = /^\p{Script=Latin}+$/u.test(latin)
    return [{variant: 'script', index, found, suggestion: certain ? latin : undefined}]
  })
