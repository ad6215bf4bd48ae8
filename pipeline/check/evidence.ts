import type {Filed} from '../model/brief.ts'
import type {FileEvidence} from '../model/file-evidence.ts'
import type {Finding} from '../model/finding.ts'
import type {Memory} from '../model/memory.ts'
import type {PreparedPage} from '../model/preparation.ts'
import type {PublicationConfig} from '../model/publication.ts'
import type {Rendition} from '../model/rendition.ts'
import type {Inapplicable} from '../model/run.ts'
import type {Capture} from '../model/tab.ts'
import type {Term} from '../model/term.ts'
import type {BrowserCheck, DocumentCheck, TranslationCheck} from './check.ts'
import type {FileCheck} from './file/file-check.ts'
import type {StandOf} from './stand.ts'

/** All that was made, to be judged. */
export interface Made {
  readonly config: PublicationConfig
  /** The termbase. */
  readonly terms: readonly Term[]
  readonly editions: readonly Filed[]
  readonly renditions: readonly Rendition[]
  /** There may be other files than those: what is not among them is not missing. */
  readonly isPart?: boolean
  /** The pages that somebody asked for, by path, where that is not all of them; others are led to, and no more. */
  readonly asked?: ReadonlySet<string>
  /** What was seen of the files to take along; an audit has none. */
  readonly files?: readonly FileEvidence[]
  /** The pages that are judged, where that is not all of them; the others are there to compare. */
  readonly only?: ReadonlySet<string>
  /** Nothing is made here: pages are what people edit, as far as is known. */
  readonly isAudit?: boolean
  /** Pages of which a part counts, or that are not what was served; an audit has some. */
  readonly prepared?: ReadonlyMap<string, PreparedPage>
  /** For whom a page answers where a kind of page is asked once, where more than the policy says it. */
  readonly standOf?: StandOf
  /** What was found before. */
  readonly memory: Memory
}

/** All that was made and seen. `Capture.page` is the `path` of its rendition. */
export interface Evidence extends Made {
  readonly captures: readonly Capture[]
}

export interface Checks {
  readonly translation: readonly TranslationCheck[]
  readonly document: readonly DocumentCheck[]
  readonly browser: readonly BrowserCheck[]
  readonly file?: readonly FileCheck[]
}

export interface Judgement {
  readonly findings: readonly Finding[]
  /** Check id → at how many places it really ran: editions, pages, or pages × views. */
  readonly checked: Readonly<Record<string, number>>
  readonly inapplicable: Inapplicable
}
