import {programOf} from '../io/opinions.ts'
import {PipelineError} from '../model/error.ts'
import type {PublicationConfig} from '../model/publication.ts'
import {isOpinionEngine, opinionEngines} from '../model/tab.ts'
import type {Call, Verb} from './verb.ts'

/** Options of the verbs that may ask other engines too. */
export const opinionOptions: Verb['options'] = {
  'second-opinions': {
    type: 'string',
    value: 'ENGINES',
    about: `ask ${opinionEngines.join(', ')} too (with commas); else what publication.json says`,
  },
}

/**
 * The configuration with the engines that this call asks, each of which is there.
 *
 * @throws PipelineError `usage`, `engine-missing`
 */
export async function withOpinions(
  config: PublicationConfig,
  call: Pick<Call, 'value'>,
): Promise<PublicationConfig> {
  const given = call
    .value('second-opinions')
    ?.split(',')
    .map((name) => name.trim())
  const named = (given ?? []).filter((name) => name !== '')
  const unknown = named.find((name) => !isOpinionEngine(name))
  if (unknown !== undefined) {
    throw new PipelineError(
      'usage',
      `"${unknown}" is no engine for a second opinion.`,
      `Name some of ${opinionEngines.join(', ')}, with commas.`,
    )
  }
  const asked = given === undefined ? (config.secondOpinions ?? []) : named.filter(isOpinionEngine)
  const opinions = opinionEngines.filter((engine) => asked.includes(engine))
  await Promise.all(opinions.map(programOf))
  return {...config, secondOpinions: opinions}
}
