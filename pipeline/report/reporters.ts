import type {Reporter} from './context.ts'
import {conformance} from './conformance.tsx'
import {earl} from './earl.ts'
import {github} from './github.ts'
import {gitlab} from './gitlab.ts'
import {html} from './html.tsx'
import {json} from './json.ts'
import {junit} from './junit.ts'
import {sarif} from './sarif.ts'
import {terminal} from './terminal.ts'

/** Every way of writing down a run. */
export const reporters: readonly Reporter[] = [
  terminal,
  json,
  html,
  github,
  sarif,
  junit,
  earl,
  gitlab,
  conformance,
]
