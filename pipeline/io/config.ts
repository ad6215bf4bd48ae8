import {Ajv, type ValidateFunction} from 'ajv'
import {fontRoles, type NamedFont} from '../model/font.ts'
import type {Locale} from '../model/locale.ts'
import type {PublicationConfig} from '../model/publication.ts'
import type {ConfigFile} from './config-file.ts'
import {policyIn} from './config-policy.ts'
import {auditSchema, publicationSchema} from './config-schema.ts'
import {misfit} from './misfit.ts'
import {directionOf} from '../model/direction.ts'
import {readPlacedJson, refused, type PlacedJson} from './placed-json.ts'

/**
 * Parse `publication.json`. What is left out gets its default; what is wrong is refused with the
 * place, the key, what was found, what is allowed and the nearest known key.
 *
 * @throws PipelineError `bad-policy`
 */
export function parseConfig(text: string, file: string): PublicationConfig {
  return configIn(text, file, validatorOf(publicationSchema))
}

/** The same for an audit, which publishes nothing: policy and views alone will do. */
export function parseAuditConfig(text: string, file: string): PublicationConfig {
  return configIn(text, file, validatorOf(auditSchema))
}

function configIn(
  text: string,
  file: string,
  isValid: ValidateFunction<ConfigFile>,
): PublicationConfig {
  const read = readPlacedJson(text, file)
  const {value, at} = read
  if (!isValid(value)) throw misfit(isValid.errors ?? [], read, file)
  const locales = value.locales.map((tag, index) => localeOf(tag, () => at('locales', index)))
  const again = locales.findIndex(({tag}, index) =>
    locales.slice(0, index).some((one) => one.tag === tag),
  )
  if (again >= 0) {
    throw refused(
      `${at('locales', again)}: "${value.locales[again]}" is the same language as another of the locales.`,
      'Name each language once.',
    )
  }
  const source = Intl.getCanonicalLocales(value.source)[0] ?? value.source
  if (!locales.some(({tag}) => tag === source)) {
    throw refused(
      `${at('source')}: the source language "${source}" is not among the locales (${value.locales.join(', ')}).`,
      `Add "${source}" to "locales", or name one of them as "source".`,
    )
  }
  return {
    url: value.url.endsWith('/') ? value.url : `${value.url}/`,
    source,
    locales,
    views: Object.entries(value.views).flatMap(([name, size]) =>
      value.schemes.map((scheme) => ({name: `${name}-${scheme}`, ...size, scheme})),
    ),
    timeLimit: value.timeLimit,
    timeZone: timeZoneOf(value.timeZone, () => at('timeZone')),
    fonts: namedFonts(value.fonts, locales, at),
    parallel: value.parallel,
    search: value.search,
    showcase: value.showcase,
    contact: value.contact,
    downloads: value.downloads,
    certifiedBy: value.certifiedBy,
    reportLanguage: value.reportLanguage,
    machine: value.machine,
    secondOpinions: value.secondOpinions,
    policy: policyIn(value, locales, at),
  }
}

/** The fonts of every language, in the order in which they are named. */
function namedFonts(
  fonts: ConfigFile['fonts'],
  locales: readonly Locale[],
  at: PlacedJson['at'],
): readonly NamedFont[] {
  return Object.entries(fonts).flatMap(([tag, byRole]) => {
    const locale = locales.find((one) => one.tag.toLowerCase() === tag.toLowerCase())?.tag
    if (locale === undefined) {
      const known = locales.map((one) => one.tag).join(', ')
      throw refused(
        `${at('fonts', tag)}: the fonts are for "${tag}", which is none of the locales (${known}).`,
        `Add "${tag}" to "locales", or name one of them.`,
      )
    }
    return fontRoles.flatMap((role) =>
      (byRole[role] ?? []).map((font, index) => ({
        ...font,
        locale,
        role,
        at: at('fonts', tag, role, index, 'file'),
      })),
    )
  })
}

/** Made when it is first asked for: that takes longer than all else that a configuration takes. */
function validatorOf(schema: object): ValidateFunction<ConfigFile> {
  const validator = made.get(schema) ?? new Ajv(options).compile<ConfigFile>(schema)
  made.set(schema, validator)
  return validator
}
// The schema is ours: tests hold it against the schema of schemas.
const options = {
  useDefaults: true,
  allErrors: true,
  verbose: true,
  meta: false,
  validateSchema: false,
  // What is run once is not worth improving.
  code: {optimize: false},
} as const
const made = new Map<object, ValidateFunction<ConfigFile>>()

function localeOf(tag: string, place: () => string): Locale {
  try {
    const parsed = new Intl.Locale(tag)
    const language = new Intl.DisplayNames([parsed], {type: 'language', fallback: 'none'})
    const autonym = language.of(parsed.toString())
    if (autonym === undefined) throw new RangeError(tag)
    const canonical = parsed.toString()
    return {tag: canonical, direction: directionOf(canonical), autonym}
  } catch (cause) {
    throw refused(
      `${place()}: "${tag}" is not a language tag that CLDR knows.`,
      'Use a BCP 47 tag such as "en", "ko" or "zh-Hant".',
      cause,
    )
  }
}

function timeZoneOf(name: string, place: () => string): string {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone
  } catch (cause) {
    throw refused(
      `${place()}: "${name}" is not an IANA time zone.`,
      'Use a name such as "Asia/Seoul" or "UTC".',
      cause,
    )
  }
}
