import type {Finding} from '../model/finding.ts'
import type {UnpreparedPage} from '../model/preparation.ts'
import {unseen} from '../model/unseen.ts'

/** A page on which something could not be done: it was not checked, and says what that was. */
export function notPrepared([file, {asked, reason}]: readonly [string, UnpreparedPage]): Finding {
  const {text = '', ...source} = asked ?? {file}
  const key = asked === undefined ? 'audit/unprepared/page' : 'audit/unprepared'
  return {
    ...unseen('audit/unprepared', file),
    message: {key, values: {file, asked: withoutSecrets(text), reason: withoutSecrets(reason)}},
    place: {file, ...(asked !== undefined && {source})},
  }
}

/** What is typed into a field may be a password. */
function withoutSecrets(text: string): string {
  return text.replace(/^(set( field)? .+? to ).+$/i, '$1…')
}
