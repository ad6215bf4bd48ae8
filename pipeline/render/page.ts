import type {Rendition} from '../model/rendition.ts'
import type {HeadAssets} from './head.ts'
import type {Templates} from './template.ts'

/** A page whose words are settled; what is left is where its assets lie. */
export interface Page extends Pick<Rendition, 'path' | 'locale' | 'article' | 'page'> {
  readonly write: (templates: Templates, assets: HeadAssets) => string
}
