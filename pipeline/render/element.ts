import type {Element, ElementContent, Text} from 'hast'

/** A new element of our own. */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return {type: 'element', tagName, properties, children}
}

/** Whether an element is of a class. */
export function hasClass({properties: {className}}: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

/** Text of our own; escaped when it is written. */
export function text(value: string): Text {
  return {type: 'text', value}
}
