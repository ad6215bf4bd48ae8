import {opinionEngines} from '../model/tab.ts'

const most = {
  warning: {type: 'integer', minimum: 0},
  notice: {type: 'integer', minimum: 0},
}

const ownFonts = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['file'],
    properties: {
      file: {type: 'string', minLength: 1},
      weight: {type: 'string', pattern: '^[1-9]\\d{0,2}( [1-9]\\d{0,2})?$', default: '400'},
      style: {enum: ['normal', 'italic'], default: 'normal'},
    },
  },
}

/** JSON Schema of `publication.json` (draft-07), with the defaults of everything that may be left out. */
export const publicationSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['url', 'source', 'locales'],
  properties: {
    url: {type: 'string', pattern: '^https?://[^/?#\\s@]+(/[^?#\\s]*)?$'},
    source: {type: 'string', minLength: 2},
    locales: {type: 'array', minItems: 1, uniqueItems: true, items: {type: 'string', minLength: 2}},
    timeZone: {type: 'string', default: 'UTC'},
    views: {
      type: 'object',
      minProperties: 1,
      propertyNames: {pattern: '^[a-z][a-z0-9]*$'},
      default: {phone: {width: 375, height: 812}, desktop: {width: 1280, height: 800}},
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['width', 'height'],
        properties: {
          width: {type: 'integer', minimum: 240, maximum: 3840},
          height: {type: 'integer', minimum: 240, maximum: 3840},
        },
      },
    },
    schemes: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {enum: ['light', 'dark']},
      default: ['light', 'dark'],
    },
    downloads: {
      type: 'array',
      uniqueItems: true,
      items: {enum: ['epub', 'pdf']},
      default: [],
    },
    secondOpinions: {
      type: 'array',
      uniqueItems: true,
      items: {enum: opinionEngines},
      default: [],
    },
    certifiedBy: {type: 'string', minLength: 2},
    reportLanguage: {enum: ['en', 'ko']},
    timeLimit: {type: 'integer', minimum: 1000, maximum: 600_000, default: 60_000},
    fonts: {
      type: 'object',
      default: {},
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {serif: ownFonts, sans: ownFonts},
      },
    },
    parallel: {type: 'boolean', default: false},
    search: {type: 'boolean', default: false},
    showcase: {enum: ['check', 'release']},
    contact: {type: 'string', pattern: '^([^\\s@/:]+@[^\\s@/:]+|https?://[^\\s]+)$'},
    machine: {
      type: 'object',
      additionalProperties: false,
      required: ['command'],
      properties: {
        command: {type: 'array', minItems: 1, items: {type: 'string', minLength: 1}},
        timeLimit: {type: 'integer', minimum: 100, maximum: 3_600_000, default: 60_000},
      },
    },
    policy: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        editions: {
          type: 'object',
          default: {},
          additionalProperties: {
            type: 'object',
            additionalProperties: false,
            properties: {
              state: {enum: ['draft', 'translated', 'reviewed'], default: 'translated'},
              missing: {enum: ['hold', 'source'], default: 'hold'},
              stale: {enum: ['hold', 'notice', 'blocks'], default: 'notice'},
            },
          },
        },
        block: {
          type: 'array',
          uniqueItems: true,
          items: {enum: ['warning', 'notice']},
          default: [],
        },
        together: {type: 'boolean', default: false},
        originals: {enum: ['first-mention', 'never', 'any'], default: 'any'},
        tolerance: {
          type: 'object',
          additionalProperties: false,
          default: {},
          properties: {
            channel: {type: 'integer', minimum: 0, maximum: 255, default: 0},
            pixels: {type: 'integer', minimum: 0, default: 0},
          },
        },
        visual: {
          type: 'object',
          additionalProperties: false,
          default: {},
          properties: {
            textOnly: {enum: ['accept', 'review'], default: 'accept'},
            masks: {
              type: 'array',
              default: [],
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['selector'],
                properties: {
                  selector: {type: 'string', minLength: 1},
                  file: {type: 'string', minLength: 1, default: '*'},
                },
              },
            },
          },
        },
        severity: {
          type: 'array',
          default: [],
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['severity'],
            minProperties: 2,
            properties: {
              check: {type: 'string', pattern: '^[a-z]+/[\\w.,/-]+$'},
              criterion: {type: 'string', pattern: '^[1-4]\\.\\d\\.\\d{1,2}$'},
              locale: {type: 'string', minLength: 2},
              severity: {enum: ['error', 'warning', 'notice']},
            },
          },
        },
        most: {
          type: 'object',
          additionalProperties: false,
          default: {},
          properties: {
            ...most,
            editions: {
              type: 'object',
              additionalProperties: {
                type: 'object',
                additionalProperties: false,
                properties: most,
              },
            },
          },
        },
        ratchet: {type: 'string', minLength: 1},
        waivers: {
          type: 'array',
          default: [],
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['check', 'file', 'reason', 'owner', 'expires'],
            dependencies: {count: ['fingerprint']},
            properties: {
              check: {type: 'string', pattern: '^[a-z]+/[\\w.,/-]+$'},
              file: {type: 'string', minLength: 1},
              selector: {type: 'string', minLength: 1},
              unit: {type: 'string', minLength: 1},
              fingerprint: {type: 'string', pattern: '^[0-9a-f]{16}$'},
              count: {type: 'integer', minimum: 1},
              reason: {type: 'string', minLength: 10},
              owner: {type: 'string', minLength: 2},
              expires: {type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$'},
            },
          },
        },
      },
    },
  },
}

const {url, source, locales} = publicationSchema.properties

/** The same where nothing is published: what only a publication has to say is left out. */
export const auditSchema = {
  ...publicationSchema,
  required: [],
  properties: {
    ...publicationSchema.properties,
    url: {...url, default: 'http://localhost/'},
    source: {...source, default: 'en'},
    locales: {...locales, default: ['en', 'ko']},
  },
} as const
