// A pa11y runner for axe-core. pa11y's own stops at WCAG 2.1, reports what needs a person as an
// error, and hides violations of moderate impact (a viewport that forbids zooming). It is plain
// CommonJS because pa11y loads it with require() and gives the text of `run` to the browser.
'use strict'

/** @param {{rules: string[]}} options  no rules: all of WCAG 2.2 A and AA, and best practice */
async function run({rules}) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const options = {
    runOnly: rules.length > 0 ? {type: 'rule', values: rules} : {type: 'tag', values: tags},
    // Each frame is a world of its own, in which this runs once more.
    iframes: false,
    resultTypes: ['violations', 'incomplete'],
    ...(rules.length === 0 && {
      rules: {
        'label-content-name-mismatch': {enabled: true},
      },
    }),
  }
  const {
    violations,
    incomplete,
    inapplicable = [],
  } = window === window.top
    ? // The elements themselves: a selector that axe-core makes of an address may fit none.
      await onCanvas(() =>
        window.axe.run(among(), {...options, elementRef: true, selectors: false}),
      )
    : await inFrame()

  /** All of the page, or what is painted otherwise than it was. */
  function among() {
    const asked = rules.length > 0 ? window.galleyPaint?.asked() : undefined
    return asked === undefined ? window.document : {include: asked}
  }

  /**
   * axe-core takes a page that paints no background for a white one; in the dark scheme the
   * canvas below it is dark (CSS Color Adjustment 1, section 2.2).
   *
   * @param {() => Promise<any>} work
   */
  async function onCanvas(work) {
    const root = window.document.documentElement
    const paints = [root, window.document.body].some((one) => {
      const {backgroundColor, backgroundImage} = window.getComputedStyle(one ?? root)
      return backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none'
    })
    const {colorScheme} = window.getComputedStyle(root)
    const mayBeDark =
      window.document.querySelector('meta[name="color-scheme" i]') !== null ||
      (/\bdark\b/.test(colorScheme) &&
        !(
          /\blight\b/.test(colorScheme) &&
          window.matchMedia('(prefers-color-scheme: light)').matches
        ))
    if (paints || !mayBeDark) return work()
    const before = root.getAttribute('style')
    root.style.setProperty('background-color', 'Canvas', 'important')
    try {
      return await work()
    } finally {
      // Chromium writes a style into its attribute when that is asked for; before, there is none to take away.
      root.getAttribute('style')
      if (before === null) root.removeAttribute('style')
      else root.setAttribute('style', before)
    }
  }

  /** As axe-core itself goes about frames: rules about the whole page are not asked in them. */
  async function inFrame() {
    // A picture or a film in a frame: the browser made the document around it, and the frame's name tells.
    if (/^(image|audio|video)\//.test(window.document.contentType))
      return {violations: [], incomplete: []}
    const frame = window.frameElement
    const part = await window.axe.runPartial(
      {
        include: [window.document],
        exclude: [],
        initiator: false,
        page: true,
        focusable: frame === null || Number(frame.getAttribute('tabindex') ?? 0) >= 0,
        size: {width: window.innerWidth, height: window.innerHeight},
      },
      options,
    )
    return window.axe.finishRun([part], options)
  }

  /** Of a frame, what fits its selector; in a shadow tree after those of what the trees hang on. */
  const elementOf = (/** @type {any} */ node) =>
    node.element ??
    [node.target.at(-1)].flat().reduce((/** @type {any} */ at, /** @type {string} */ selector) => {
      const found = (at?.shadowRoot ?? at)?.querySelector(selector)
      return found ?? null
    }, window.document)

  /** What takes its name from its content takes it from style sheets and hidden labels too. */
  const nameless =
    /^(link-name|button-name|label|select-name|input-button-name|summary-name|aria-(command|input-field|toggle-field)-name)$/

  /**
   * Where axe-core knows less than the standards: names (Accessible Name 1.2, steps 2A and 2F), and
   * signs that are no text (WCAG's definition: what expresses something in a language).
   *
   * @param {string} rule @param {any} node
   */
  function isMistaken(rule, node) {
    const element = elementOf(node)
    if (!element) return false
    if (rule === 'color-contrast') {
      const own = [...element.childNodes].map(({nodeType, data}) => (nodeType === 3 ? data : ''))
      return /\S/.test(own.join('')) && !hasWords(own.join(''))
    }
    // An arrow back to where a note belongs is told by its shape.
    if (rule === 'link-in-text-block') return !hasWords(element.textContent)
    if (rule === 'accesskeys') return leadsWhereOthersDo(element)
    // To these HTML's attribute does not apply (section 4.10.5): they ask for nothing about a person.
    if (rule === 'autocomplete-valid')
      return element.matches('[type=image], [type=checkbox], [type=radio], [type=file]')
    if (rule === 'meta-viewport') return allowsZoom(element.content)
    if (rule === 'aria-valid-attr-value') return isOnlyQuiet(node, element)
    if (!nameless.test(rule)) return false
    const labels = [...(element.labels ?? [])]
    if (labels.some(isHiddenLabel)) return true
    const takesContent = !/^(label|select-name|aria-input-field-name)$/.test(rule)
    return [...(takesContent ? [element] : []), ...labels].some(isNamedByStyle)
  }

  /** A browser goes by the last word of each kind (CSS Device Adaptation, section 9). @param {string} content */
  function allowsZoom(content) {
    const last = new Map(
      content
        .toLowerCase()
        .split(/[;,\s]+(?![=\s])/)
        .map((/** @type {string} */ part) => part.split(/\s*=\s*/))
        .map(([key = '', value = '']) => /** @type {const} */ ([key.trim(), value.trim()])),
    )
    const [scalable = 'yes', most = '10'] = ['user-scalable', 'maximum-scale'].map((key) =>
      last.get(key),
    )
    const isOff = scalable === 'no' || Math.abs(parseFloat(scalable)) < 1
    return !isOff && !(parseFloat(most) >= 0 && parseFloat(most) < 2) && most !== 'yes'
  }

  /** A message that is shown beside its field need not be spoken by itself (ARIA, aria-errormessage). @param {any} node @param {any} element */
  function isOnlyQuiet({any, all, none}, element) {
    const failures = [...any, ...all, ...none]
    const id = element.getAttribute('aria-errormessage')?.trim()
    const message = id && element.getRootNode().getElementById(id)
    return failures.every((one) => one.id === 'aria-errormessage') && message?.checkVisibility()
  }

  /** A key that two links share which lead to one page does the same for either. @param {any} element */
  function leadsWhereOthersDo(element) {
    const keyOf = (/** @type {any} */ one) => one.getAttribute('accesskey').trim().toLowerCase()
    return [...window.document.querySelectorAll('[accesskey]')]
      .filter((other) => keyOf(other) === keyOf(element))
      .every(({href}) => typeof href === 'string' && href !== '' && href === element.href)
  }

  /** @param {any} label */
  function isHiddenLabel(label) {
    const silent = '[aria-hidden=true]'
    const isSilent = label.closest(silent) !== null || label.querySelector(silent) !== null
    return !label.checkVisibility() && !isSilent && hasWords(label.textContent)
  }

  /** @param {any} element */
  function isNamedByStyle(element) {
    return [element, ...element.querySelectorAll('*')].some(
      (part) =>
        part.checkVisibility() &&
        part.closest('[aria-hidden=true]') === null &&
        ['::before', '::after'].some((pseudo) => {
          const {content} = window.getComputedStyle(part, pseudo)
          // What follows a slash is said in place of what is shown.
          const [, shown, said = shown] =
            /^"((?:[^"\\]|\\.)*)"(?: \/ "((?:[^"\\]|\\.)*)")?$/.exec(content) ?? []
          return said !== undefined && hasWords(said)
        }),
    )
  }

  /** @param {string} text */
  function hasWords(text) {
    return /[\p{L}\p{N}]/u.test(text)
  }

  /**
   * A list of terms alone, or of texts alone, breaks HTML's content model, and is a list all the same.
   *
   * @param {string} rule @param {any} node
   */
  function isUnpaired(rule, node) {
    const own = ':scope > :not(dt, dd, div, script, template)'
    const element = rule === 'definition-list' ? elementOf(node) : null
    const isBare = [...(element?.childNodes ?? [])].every(
      ({nodeType, data}) => nodeType !== 3 || !/\S/.test(data),
    )
    return element !== null && isBare && element.querySelector(own) === null
  }

  /**
   * An element of the page's own making may have a role that its script gives it and no attribute
   * tells (HTML, section 4.13.7.4): what stands in it may be where it belongs.
   *
   * @param {string} rule @param {any} node
   */
  function isUnknowable(rule, node) {
    if (rule !== 'aria-required-parent') return false
    const around = (/** @type {any} */ one) =>
      one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null
    for (let at = around(elementOf(node)); at; at = around(at)) {
      if (at.hasAttribute('role') && !/^(none|presentation|group)$/.test(at.getAttribute('role')))
        return false
      if (at.localName.includes('-') && at.matches(':defined') && !at.hasAttribute('role'))
        return true
    }
    return false
  }

  const act = new Map(
    window.axe
      .getRules()
      .map((/** @type {any} */ {ruleId, actIds}) => /** @type {const} */ ([ruleId, actIds ?? []])),
  )

  /** @param {any} rule @param {boolean} needsReview */
  function issues(rule, needsReview) {
    const isWcag = rule.tags.some((/** @type {string} */ tag) => /^wcag\d{3,}$/.test(tag))
    const isGrave = rule.impact === 'critical' || rule.impact === 'serious'
    const type = needsReview
      ? isWcag && isGrave
        ? 'warning'
        : 'notice'
      : isWcag
        ? 'error'
        : rule.impact === 'minor'
          ? 'notice'
          : 'warning'
    const isUndecided =
      needsReview && /^(aria-prohibited-attr|server-side-image-map)$/.test(rule.id)
    return rule.nodes.map((/** @type {any} */ node) => ({
      code: rule.id,
      // ARIA forbids the name, whatever else can be read there; no key points at a place in a map.
      type: isUndecided ? 'error' : isUnpaired(rule.id, node) ? 'warning' : type,
      message: rule.help,
      element: elementOf(node),
      runnerExtras: {
        needsReview: needsReview && !isUndecided,
        tags: rule.tags,
        act: act.get(rule.id),
        url: rule.helpUrl,
        contrast: rule.id === 'color-contrast' ? node.any[0]?.data : undefined,
      },
    }))
  }

  return [
    ...violations.flatMap((/** @type {any} */ {nodes, ...rule}) => {
      const sure = nodes.filter((/** @type {any} */ node) => !isMistaken(rule.id, node))
      const [known, open] = [false, true].map((isOpen) =>
        sure.filter((/** @type {any} */ node) => isUnknowable(rule.id, node) === isOpen),
      )
      return [...issues({...rule, nodes: known}, false), ...issues({...rule, nodes: open}, true)]
    }),
    ...incomplete.flatMap((/** @type {any} */ rule) => issues(rule, true)),
    // No issue: what there was nothing to ask about.
    ...(rules.length > 0
      ? []
      : [
          {
            code: 'inapplicable',
            type: 'notice',
            message: inapplicable.map((/** @type {any} */ {id}) => id).join(' '),
            element: null,
          },
        ]),
  ]
}

module.exports = {run, scripts: [require.resolve('axe-core/axe.min.js')], supports: '^9.0.0'}
