import type {AtLast, Recalled} from './ingest/recalled.ts'
import type {FileEvidence} from './model/file-evidence.ts'
import type {CatalogFiles} from './model/catalog.ts'
import type {DrawRequest} from './model/drawing.ts'
import type {Finding} from './model/finding.ts'
import type {FontRequest} from './model/font.ts'
import type {ImageRequest} from './model/image.ts'
import type {Memory} from './model/memory.ts'
import type {Rendition} from './model/rendition.ts'
import type {ReleaseSummary} from './model/run.ts'
import type {Capture} from './model/tab.ts'
import type {Templates} from './render/template.ts'

/** Everything the pipeline asks of the world. In tests it is an object literal. */
export interface Host {
  /** The moment of the run, ISO 8601 in UTC: waivers expire, embargoes end. */
  readonly now: string
  readonly templates: Templates
  /** The same, whose elements say in `data-galley-source` where they are written. */
  marked(): Promise<Templates>
  readonly styles: string
  /** What earlier runs made. */
  readonly memory: Memory
  /** Tell a person how far the run is. */
  say(step: Step): void
  /** Write the locale files that `sync` brought up to date. */
  save(files: readonly CatalogFiles[]): Promise<void>
  /** Cut fonts down to the characters the pages use. */
  subset(fonts: readonly FontRequest[]): Promise<readonly Rendition[]>
  /** Make the image files that pages want, and say what is wrong with their sources. */
  develop(images: readonly ImageRequest[]): Promise<Developed>
  /** Let the browser make pictures and prints of documents. */
  draw(requests: readonly DrawRequest[]): Promise<Developed>
  /** Look into the files that readers take along. */
  examine(renditions: readonly Rendition[]): Promise<readonly FileEvidence[]>
  /** Look at every page in the browser and gather the checks' evidence. */
  capture(renditions: readonly Rendition[]): Promise<Sighting>
  /** Paths of what readers see now; none where nothing was released yet. */
  standing(): Promise<readonly string[]>
  /** Make these files what readers see, unless it turns out at the switch that some may not be read. */
  release(
    renditions: readonly Rendition[],
    recalledBy: (atLast: AtLast) => readonly Recalled[],
  ): Promise<ReleaseSummary | undefined>
}

/** Files as pages want them, and what is wrong with those that could not be made. */
export interface Developed {
  readonly renditions: readonly Rendition[]
  readonly findings: readonly Finding[]
}

/** What the browser saw, and which browser it was. */
export interface Sighting {
  readonly captures: readonly Capture[]
  readonly browser: string
  /** Pages that pictures are approved of, and that were not among them; left out where there are none. */
  readonly strays?: readonly string[]
}

/** A stage that has begun, with how much there is to do. */
export interface Step {
  readonly stage: 'read' | 'ingest' | 'translate' | 'render' | 'check' | 'gate' | 'release'
  readonly done: number
  readonly of: number
  readonly what: string
}
