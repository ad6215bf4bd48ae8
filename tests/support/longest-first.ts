import {BaseSequencer, type TestSpecification} from 'vitest/node'

/**
 * Begins with files that are short and take long: by their size, by which vitest goes, they would come
 * last, and one of them would run alone at the end.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({moduleId}: TestSpecification) => long.test(moduleId)
    const rest = await super.sort(files.filter((file) => !isLong(file)))
    return [...files.filter(isLong), ...rest]
  }
}

const long = /\/(?:publish-memory|build-lists|browser\/(?:own-publication|own-fonts))\.test\.ts$/
