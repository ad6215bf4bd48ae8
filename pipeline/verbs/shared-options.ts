import type {Verb} from './verb.ts'

/** Options that every verb takes. */
export const sharedOptions: Verb['options'] = {
  publication: {
    type: 'string',
    value: 'FOLDER',
    about: 'the publication to work on; else the one here',
  },
  json: {type: 'boolean', about: 'print the result as JSON, for a machine'},
}
