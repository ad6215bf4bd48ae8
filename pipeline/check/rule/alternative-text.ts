import type {Rule} from './rule.ts'
import {bareOf} from './vague.ts'

const ending = /\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?)$/i
const filler =
  /^((?:image|picture|photo|photograph|graphic|icon|link|drawing) (?:of|to)|chart|graph|diagram|figure|screenshot|infographic|그래프|차트|도표|image|img|picture|photo|photograph|graphic|icon|logo image|alt|alt text|alternative text|spacer|blank|dsc ?\d+|img ?\d+|image ?\d+|photo ?\d+|picture ?\d+|untitled|placeholder|null|undefined|이미지|사진|그림|아이콘|대체 텍스트|이미지 ?\d+|사진 ?\d+)$/

/** An image's alternative says what it shows: no file's name, no word for "image". */
export const alternativeText: Rule = {
  id: 'rule/alternative-text',
  criteria: ['1.1.1'],
  act: ['qt1vmo'],
  severity: 'error',
  judge: (page) =>
    page.nodes.flatMap((at) => {
      const {tag, attributes, name = '', heard} = at
      const isImage = tag === 'img' || (tag === 'input' && attributes['type'] === 'image')
      if (!isImage || !heard || name === '') return []
      const file = fileName((attributes['src'] ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? '')
      const values = {name}
      if (ending.test(name) && !/\s/.test(name.trim())) return [{at, variant: 'file', values}]
      const isFile = file !== '' && name.trim() === file.replace(ending, '') && /[_\d-]/.test(name)
      if (isFile) return [{at, variant: 'file', values}]
      return filler.test(bareOf(name)) ? [{at, values}] : []
    }),
}

function fileName(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
