import type {Reporter} from './context.ts'
import {github} from './github.ts'
import {html} from './html.tsx'
import {json} from './json.ts'
import {terminal} from './terminal.ts'

/** Every way of writing down a run. */
export const reporters: readonly Reporter[] = [terminal, json, html, github]
