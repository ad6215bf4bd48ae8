import {lastSound, type LastSound} from './last-sound.ts'

/** The two forms of each particle: after a final consonant, and after a vowel. */
export const particlePairs: readonly (readonly [final: string, vowel: string])[] = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['으로', '로'],
  ['이라', '라'],
  ['이나', '나'],
  ['이랑', '랑'],
  ['이며', '며'],
  ['아', '야'],
]

const pairOf = new Map(particlePairs.flatMap((pair) => pair.map((form) => [form, pair] as const)))

const mark = new RegExp(`\\[\\[(${[...pairOf.keys()].join('|')})\\]\\]`, 'u')

/**
 * Puts the right form of each Korean particle in place of its mark: `{{name}}[[을]]` becomes
 * `서울을` or `키이우를`. Either form may stand in the mark. Where the sound of the word before it
 * cannot be known both forms are written, as Korean print does: `을(를)`.
 */
export function resolveParticles(text: string): string {
  let resolved = text
  for (let match = mark.exec(resolved); match !== null; match = mark.exec(resolved)) {
    const before = resolved.slice(0, match.index)
    const after = resolved.slice(match.index + match[0].length)
    resolved = before + particleAfter(before, match[1] ?? '') + after
  }
  return resolved
}

/** The form of a particle (given in either form) that follows these words. */
export function particleAfter(words: string, particle: string): string {
  const pair = pairOf.get(particle)
  if (pair === undefined) return particle
  const [final, vowel] = pair
  const sound = lastSound(words)
  if (sound === undefined) return both(final, vowel)
  return takesVowelForm(sound, final) ? vowel : final
}

/** `로` follows ㄹ as it follows a vowel (서울로). */
function takesVowelForm(sound: LastSound, finalForm: string): boolean {
  return sound.final === 'none' || (sound.final === 'rieul' && finalForm === '으로')
}

/** `을(를)`, but `(으)로` where one form is the other with something before it. */
function both(final: string, vowel: string): string {
  return final.endsWith(vowel) ? `(${final.slice(0, -vowel.length)})${vowel}` : `${final}(${vowel})`
}
