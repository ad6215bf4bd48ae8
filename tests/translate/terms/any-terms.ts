import * as fc from 'fast-check'

const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('Seoul', '탈북민', '북한이탈주민', '서울', 'defector', 'AK-47'),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...'= + - @ | \\ ; , " < > & ]]> = 가 a _x0020_'.split(' '),
          "'",
          ' ',
          '\t',
          '\n',
          '\r\n',
        ),
        {minLength: 1, maxLength: 6},
      )
      .map((parts) => parts.join('')),
  },
  {weight: 1, arbitrary: fc.string({unit: 'grapheme', minLength: 1, maxLength: 6})},
)
const filled = text.filter((one) => one.trim() !== '')

const forms = fc
  .uniqueArray(filled, {
    minLength: 1,
    maxLength: 5,
    selector: (form) => form.trim().normalize('NFC'),
  })
  .chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length), fc.nat(all.length)))
  .chain(([all, one, other]) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    const [preferred, allowed, forbidden] = [
      all.slice(0, low),
      all.slice(low, high),
      all.slice(high),
    ]
    const plain = preferred.length === 1 ? preferred[0] : preferred
    const full = fc.option(filled, {nil: undefined}).map((note) => ({
      preferred: plain,
      allowed,
      ...(forbidden.length === 0
        ? {}
        : {forbidden: forbidden.length === 1 ? forbidden[0] : forbidden}),
      ...(note === undefined ? {} : {note}),
    }))
    return preferred.length === all.length ? fc.oneof(fc.constant(plain), full) : full
  })

/** `locales/terms.json` as people may have it: terse or in full, on one line or on many. */
export const anyTerms: fc.Arbitrary<string> = fc
  .tuple(
    fc.uniqueArray(
      fc.record(
        {
          id: fc.oneof(fc.constantFrom('seoul', '2026 games', 'a_x0041_', '-x', '김'), filled),
          kind: fc.constantFrom('term', 'person', 'place', 'organisation'),
          note: filled,
          en: forms,
          ko: forms,
          'en-gb': forms,
          forms: fc.record({id: forms}),
        },
        {requiredKeys: ['id', 'en']},
      ),
      {maxLength: 4, selector: ({id}) => id},
    ),
    fc.constantFrom(undefined, 2, '\t'),
  )
  .map(([terms, space]) => `${JSON.stringify(terms, null, space)}\n`)
