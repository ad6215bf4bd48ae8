// A pa11y runner for the engine of IBM's Equal Access. Its rules come with it: nothing is fetched.
'use strict'

async function run() {
  const guideline = 'WCAG_2_2'
  const checker = new window.ace.Checker()
  const {results} = await checker.check(window.document, [guideline])
  const {checkpoints} = checker.getGuidelines().find((/** @type {any} */ {id}) => id === guideline)

  /** @param {any} result */
  function criteriaOf({ruleId, reasonId}) {
    return checkpoints
      .filter((/** @type {any} */ {rules = []}) =>
        rules.some(
          (/** @type {any} */ {id, reasonCodes}) =>
            id === ruleId && (reasonCodes === undefined || reasonCodes.includes(String(reasonId))),
        ),
      )
      .map((/** @type {any} */ {num}) => num)
  }

  /** @param {any} result  An ACT rule is its own where both say the same of this outcome. */
  function actOf({ruleId, reasonId}) {
    const {act = []} = checker.engine.getRule(ruleId) ?? {}
    return [act]
      .flat()
      .flatMap((/** @type {any} */ one) =>
        typeof one === 'string'
          ? [one]
          : Object.entries(one).flatMap(([id, reasons]) =>
              ['fail', 'cantTell'].includes(reasons[reasonId]) ? [id] : [],
            ),
      )
  }

  return results.flatMap((/** @type {any} */ result) => {
    const [policy, confidence] = result.value
    const {ruleId, node, message} = result
    if (policy !== 'VIOLATION' || !['FAIL', 'POTENTIAL'].includes(confidence)) return []
    // Frames are looked at one by one.
    if (node.ownerDocument !== window.document) return []
    const needsReview = confidence !== 'FAIL'
    return [
      {
        code: ruleId,
        type: needsReview ? 'notice' : 'error',
        message,
        element: node.nodeType === 1 ? node : node.parentElement,
        runnerExtras: {needsReview, criteria: criteriaOf(result), act: actOf(result)},
      },
    ]
  })
}

module.exports = {run, scripts: [], supports: '^9.0.0'}
