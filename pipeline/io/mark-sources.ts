import type {ComponentChild, ComponentType, Options, VNode} from 'preact'

/** The attribute by which an element says where in the templates it is written. */
export const sourceAttribute = 'data-galley-source'

/** A node as the compiler marks it. */
interface Marked extends VNode<Readonly<Record<string, unknown>>> {
  __source?: {readonly fileName: string; readonly lineNumber: number; readonly columnNumber: number}
}

/**
 * Runs in a bundle of templates, by itself: each element that is rendered says where it is written,
 * `templates/article.tsx:24:11`. One that only holds words (a `<Prose>`, a `<T>`) is written where
 * its component is called.
 *
 * @param folders what the compiler writes before the names of files, which is left out
 */
export function markSources(
  options: Options,
  [attribute, folders]: readonly [attribute: string, folders: readonly string[]],
): void {
  options.vnode = (node: Marked) => {
    const {type, __source: source} = node
    if (source === undefined) return
    const {fileName, lineNumber, columnNumber} = source
    const folder = folders.find((one) => fileName.startsWith(one)) ?? ''
    const place = `${fileName.slice(folder.length)}:${lineNumber}:${columnNumber}`
    if (typeof type === 'string') node.props = {...node.props, [attribute]: place}
    else if (type.name !== 'Fragment') node.type = calledAt(type, place)
  }

  function calledAt(component: ComponentType, place: string): ComponentType {
    if ('prototype' in component && component.prototype?.render) return component
    const called = (props: object, context: unknown): ComponentChild => {
      const made: unknown = Reflect.apply(component, undefined, [props, context])
      if (isElement(made) && holdsWords(made.props)) {
        made.props = {...made.props, [attribute]: place}
      }
      return made as ComponentChild
    }
    return called as ComponentType
  }

  function isElement(made: unknown): made is {props: Readonly<Record<string, unknown>>} {
    return (
      typeof made === 'object' && made !== null && 'type' in made && typeof made.type === 'string'
    )
  }

  function holdsWords(props: Readonly<Record<string, unknown>>): boolean {
    const {children, dangerouslySetInnerHTML: html} = props
    const all = [children].flat(Infinity)
    return html !== undefined || (all.some(isText) && all.every((one) => isText(one) || !one))
  }

  function isText(child: unknown): boolean {
    return typeof child === 'string' || typeof child === 'number'
  }
}
