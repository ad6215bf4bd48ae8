import {accept} from './accept.ts'
import {approve} from './approve.ts'
import {audit} from './audit.ts'
import {buildVerb} from './build.ts'
import {check} from './check.ts'
import {draft} from './draft.ts'
import {diff} from './diff.ts'
import {exportVerb} from './export.ts'
import {importVerb} from './import.ts'
import {ingest} from './ingest.ts'
import {init} from './init.ts'
import {installMergeDriver} from './install-merge-driver.ts'
import {mergeDriver} from './merge-driver.ts'
import {newVerb} from './new.ts'
import {publish} from './publish.ts'
import {release} from './release.ts'
import {review} from './review.ts'
import {rollback} from './rollback.ts'
import {serve} from './serve.ts'
import {status} from './status.ts'
import {sync} from './sync.ts'
import type {Verb} from './verb.ts'

/** Every verb, in the order of a day's work. */
export const verbs: readonly Verb[] = [
  init,
  publish,
  newVerb,
  ingest,
  importVerb,
  exportVerb,
  sync,
  diff,
  accept,
  draft,
  review,
  status,
  check,
  buildVerb,
  audit,
  approve,
  release,
  rollback,
  serve,
  installMergeDriver,
  mergeDriver,
]
