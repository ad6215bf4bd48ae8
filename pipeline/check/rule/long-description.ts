import type {Rule} from './rule.ts'

/** A `longdesc` is the address of a description: neither the description nor a picture. */
export const longDescription: Rule = {
  id: 'rule/long-description',
  criteria: ['1.1.1'],
  act: [],
  severity: 'error',
  judge: (page) =>
    page.nodes.flatMap((at) => {
      const address = at.attributes['longdesc']?.trim()
      if (at.tag !== 'img' || !address || !at.heard) return []
      const isLost = address.startsWith('#') && !page.byId(address.slice(1))
      const isWrong = /\s/.test(address) || /\.(png|jpe?g|gif|svg|webp)$/i.test(address) || isLost
      return isWrong ? [{at, values: {address}}] : []
    }),
}
