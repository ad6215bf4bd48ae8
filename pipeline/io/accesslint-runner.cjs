// A pa11y runner for AccessLint: what it says of WCAG, and no best practice.
'use strict'

async function run() {
  const {runAudit, getRuleById, querySelectorShadowAware} = window.AccessLint
  const {violations, skippedRules} = runAudit(window.document)
  if (skippedRules.length > 0) {
    const [{ruleId, error}] = skippedRules
    throw new Error(`the rule ${ruleId} crashed: ${error}`)
  }
  /** @param {string} selector  within a frame it begins with the way to that */
  function elementOf(selector) {
    return querySelectorShadowAware(selector.split('>>>iframe>').at(-1)?.trim())
  }

  return violations.flatMap((/** @type {any} */ {ruleId, selector, message, element}) => {
    const {wcag, actRuleIds = [], tags = []} = getRuleById(ruleId)
    if (wcag.length === 0 || tags.includes('best-practice')) return []
    return [
      {
        // `labels-and-names/button-name`: the second half is unique.
        code: ruleId.split('/').at(-1),
        type: 'error',
        message,
        element: element ?? elementOf(selector),
        runnerExtras: {needsReview: false, criteria: wcag, act: actRuleIds},
      },
    ]
  })
}

module.exports = {run, scripts: [], supports: '^9.0.0'}
