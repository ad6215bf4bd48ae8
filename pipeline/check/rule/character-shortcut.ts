import type {Rule} from './rule.ts'

const listens =
  /(?:\b(?:document|window|body|documentElement|self|globalThis)\s*\.\s*|(?<![\w$.]\s*))(?:addEventListener\s*\(\s*['"`]key(?:down|press|up)|onkey(?:down|press|up)\s*=)/
const compares =
  /\b(?:key|code|keyCode|which|char\w*)\s*={2,3}\s*(?:['"`](?:[^'"`\s\\]|Key[A-Z]|(?:Digit|Numpad)\d|Slash|Period|Comma|Minus|Equal|Semicolon|Quote)['"`]|\d{2,3})|case\s+['"`](?:[^'"`\s]|Key[A-Z]|(?:Digit|Numpad)\d)['"`]|fromCharCode/
const modifiers = /\b(?:ctrlKey|altKey|metaKey)\b/
const keys = /^(checkbox|switch|textbox|combobox|listbox|radio)$/

/** A letter alone does nothing on the whole page, unless that can be switched off or changed. */
export const characterShortcut: Rule = {
  id: 'rule/character-shortcut',
  criteria: ['2.1.4'],
  act: ['ffbc54'],
  severity: 'error',
  judge(page) {
    const {body} = page
    const handlers = Object.entries(body?.attributes ?? {}).flatMap(([name, value]) =>
      name.startsWith('onkey') ? [value] : [],
    )
    const isCaught = [...handlers, ...page.tree.scripts].some(
      (text) =>
        (handlers.length > 0 || listens.test(text)) && compares.test(text) && !modifiers.test(text),
    )
    if (!isCaught) return []
    const canChange = page.nodes.some(
      ({role, name, seen}) =>
        seen &&
        (/^(checkbox|switch)$/.test(role) ||
          (keys.test(role) && /short ?cut|\bkey\b|단축키/i.test(name ?? '')) ||
          (/^(button|link)$/.test(role) &&
            /disable|turn off|short ?cut|단축키|끄기/i.test(name ?? ''))),
    )
    return canChange
      ? [{at: body, doubtful: true, severity: 'notice', variant: 'look'}]
      : [{at: body}]
  },
}
