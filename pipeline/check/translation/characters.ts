import type {Stretch} from '../../model/finding.ts'
import type {TranslationCheck} from '../check.ts'
import type {Suspect} from './languages/language.ts'
import {knowledgeOf} from './languages/languages.ts'
import {readings} from './reading.ts'
import {around, unitFinding, type UnitDefect} from './unit-finding.ts'

/** A fault in every language, unless a language says that it wants them. */
const everywhere: readonly Suspect[] = [
  {variant: 'replacement', severity: 'error', pattern: /\uFFFD/gu},
  {
    variant: 'mojibake',
    severity: 'error',
    // UTF-8 read as Windows-1252: é as Ã©, ’ as â€™. In «AMANHû a quotation ends.
    pattern:
      /Ã[\u0080-\u009F¡-ª¬-º¼-¿]|Â[\u0080-\u009F¡-ª¬-º¼-¿]|â€[\u0080-\u009F\u2018-\u203A\u0153\u2122¦]/gu,
  },
  {
    variant: 'control',
    severity: 'error',
    pattern: /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E]/gu,
  },
  {
    variant: 'control',
    severity: 'error',
    // Isolates and marks of direction, where nothing is written from right to left.
    pattern:
      /[\u200E\u200F\u061C\u2066-\u2069](?<![\p{Script=Hebrew}\p{Script=Arabic}].*)(?!.*[\p{Script=Hebrew}\p{Script=Arabic}])/gsu,
    instead: () => '',
  },
  {
    variant: 'homoglyph',
    severity: 'error',
    // A letter that looks like a Latin one beside those that are: С in WСAG. Words in Cyrillic or
    // Greek with Latin ones among them (a µ before its m) are left alone.
    pattern:
      /(?<![\p{Script=Cyrillic}\p{Script=Greek}])(?:(?<=\p{Script=Latin})[АВЕКМНОРСТХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]|[АВЕКМНОРСТХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο](?=\p{Script=Latin}))(?![\p{Script=Cyrillic}\p{Script=Greek}])/gu,
  },
  {
    variant: 'invisible',
    severity: 'error',
    // Scripts without spaces between words break their lines by it.
    pattern:
      /(?<![\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])[\u200B\u2060\uFEFF]/gu,
    instead: () => '',
  },
  {
    variant: 'decomposed',
    severity: 'error',
    pattern: /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]+|.\p{M}+/gu,
    instead: (characters) => characters.normalize('NFC'),
  },
]

/**
 * Only characters that a person meant to write: nothing invisible, broken, decomposed or from
 * another keyboard. What the source has, too, was meant.
 */
export const characters: TranslationCheck = {
  id: 'translation/characters',
  criteria: [],
  judge: (edition) =>
    readings(edition).flatMap(({unit, source, target}) =>
      strayCharacters(target.written, source.written, edition.locale).map((stray) =>
        unitFinding(edition, unit, stray),
      ),
    ),
}

/** The first of each kind of character that is in a text and was not meant. */
export function strayCharacters(
  written: string,
  source: string,
  locale: string,
): readonly UnitDefect[] {
  const {suspects = []} = knowledgeOf(locale)
  return [...everywhere, ...suspects].flatMap(({variant, severity, pattern, instead}) => {
    const found = [...written.matchAll(pattern)].find(
      ([character]) =>
        !source.includes(character) && (variant !== 'decomposed' || !isComposed(character)),
    )
    if (found === undefined) return []
    const {0: character, index} = found
    const within = {start: index, end: index + character.length}
    return [
      {
        severity,
        key: `translation/characters/${variant}`,
        values: {
          character: codeOf(character),
          written: character,
          right: instead?.(character) ?? '',
        },
        excerpt: around(written, index, 1),
        within,
        fix: correctionOf(character, instead?.(character), within),
      },
    ]
  })
}

/** Marks that stand on no letter that has room for them (a smile, a cedilla of its own) are meant so. */
function isComposed(written: string): boolean {
  return (
    !/[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]/u.test(written) &&
    written === written.normalize('NFC')
  )
}

function correctionOf(character: string, text: string | undefined, within: Stretch) {
  return text === undefined || text === character ? undefined : {...within, text}
}

/** `U+200B`: an invisible character cannot be shown by itself. */
function codeOf(text: string): string {
  const code = text.codePointAt(0)
  return code === undefined ? '' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
