// A pa11y runner for Siteimprove's Alfa, which has been put into the page with all its rules.
'use strict'

async function run() {
  const outcomes = await window.alfa()
  if (!outcomes.some((/** @type {any} */ {outcome}) => outcome !== 'inapplicable')) {
    // Not even a title: what two versions of Alfa side by side say of every page.
    throw new Error('every rule says that it does not apply')
  }
  return outcomes.flatMap((/** @type {any} */ one) => {
    if (one.outcome !== 'failed' && one.outcome !== 'cantTell') return []
    const {uri, requirements} = one.rule.toJSON()
    const criteria = requirements
      .filter((/** @type {any} */ {type}) => type === 'criterion')
      .map((/** @type {any} */ {chapter}) => chapter)
    return [
      {
        code: uri.split('/').at(-1),
        type: one.outcome === 'failed' ? 'error' : 'notice',
        message: messageOf(one),
        element: elementOf(one.target),
        runnerExtras: {needsReview: one.outcome === 'cantTell', criteria, act: [], url: uri},
      },
    ]
  })

  /** @param {any} outcome  what the first expectation that is not met says */
  function messageOf(outcome) {
    for (const [, result] of outcome.toJSON().expectations ?? []) {
      const message = result?.error?.message
      if (typeof message === 'string') return message
    }
    return outcome.toJSON().diagnostic?.message ?? ''
  }

  /** @param {any} target  a node, an attribute, or a group of nodes, of which the first is shown */
  function elementOf(target) {
    const node = typeof target?.path === 'function' ? target : [...(target ?? [])][0]
    if (typeof node?.path !== 'function') return null
    const found = window.document.evaluate(node.path(), window.document, null, 9).singleNodeValue
    if (found === null || found.nodeType === 1) return found
    return found.nodeType === 9
      ? found.documentElement
      : (found.ownerElement ?? found.parentElement)
  }
}

module.exports = {run, scripts: [], supports: '^9.0.0'}
