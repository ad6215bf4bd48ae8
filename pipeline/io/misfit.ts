import type {ErrorObject} from 'ajv'
import {closest, distance} from 'fastest-levenshtein'
import type {PipelineError} from '../model/error.ts'
import {refused, type PlacedJson} from './placed-json.ts'

/** The first error of a schema's check, as one sentence with its place, and what is allowed there. */
export function misfit(
  errors: readonly ErrorObject[],
  {at, get}: PlacedJson,
  file: string,
): PipelineError {
  const error = errors.find(({keyword}) => keyword === 'additionalProperties') ?? errors[0]
  if (error === undefined)
    return refused(`${file}: it is not what it should be.`, 'Compare it with the README.')
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const key = path.join('.') || file
  if (error.keyword === 'additionalProperties') {
    const unknown = String(error.params['additionalProperty'])
    const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object)
    return refused(
      `${at(...path, unknown)}: there is no key "${[...path, unknown].join('.')}".${guess(unknown, known)}`,
      `Allowed here: ${known.join(', ') || 'nothing'}.`,
    )
  }
  if (error.keyword === 'required') {
    return refused(
      `${at(...path)}: the key "${String(error.params['missingProperty'])}" is missing${path.length > 0 ? ` in "${key}"` : ''}.`,
      'Add it; the README shows a complete publication.json.',
    )
  }
  return refused(
    `${at(...path)}: "${key}" is ${JSON.stringify(get(...path))}.`,
    `Allowed: ${allowedBy(error)}.`,
  )
}

function guess(unknown: string, known: readonly string[]): string {
  const nearest = known.length > 0 ? closest(unknown, known) : undefined
  return nearest !== undefined && distance(unknown, nearest) <= 3
    ? ` Did you mean "${nearest}"?`
    : ''
}

function allowedBy({keyword, params, message = ''}: ErrorObject): string {
  const least = Number(params['limit'])
  if (keyword === 'minLength')
    return least > 1 ? `at least ${least} characters` : 'a text that is not empty'
  if (keyword === 'minItems') return 'a list that is not empty'
  if (keyword !== 'enum') return message.replace(/^must be /, '').replace(/^must /, 'it must ')
  const values = params['allowedValues'] as readonly unknown[]
  return `one of ${values.map((one) => JSON.stringify(one)).join(', ')}`
}
