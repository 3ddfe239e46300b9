import fc from 'fast-check';

/** A class that asks the external package's service for tokens, each with scopes of its own. */
export interface MadeServiceConsumer {
  readonly text: string;
  /** What is asked for: the method of the built-in client, and the scopes. */
  readonly asked: readonly string[];
}

interface Ask {
  readonly scopes: 'one' | 'two' | 'constant';
  readonly key: 'settings' | 'secret' | 'object';
  readonly layout: 'line' | 'lines';
  readonly exchange: boolean;
}

const ask: fc.Arbitrary<Ask> = fc.record({
  scopes: fc.constantFrom('one', 'two', 'constant'),
  key: fc.constantFrom('settings', 'secret', 'object'),
  layout: fc.constantFrom('line', 'lines'),
  exchange: fc.boolean(),
});

/** `@` is the response, waited for; `~` the same in one statement of its own, `r#` what it is called then. */
const uses = [
  '~ Send(r#.AccessToken);',
  '~ Send($"Bearer {r#.AccessToken}" + r#.AccessToken);',
  '~ Send(r#?.AccessToken);',
  '~',
  'Send((@).AccessToken);',
  'var t# = (@).AccessToken; Send(t#);',
  'string? t# = (@).AccessToken; Send(t#);',
  '_token = (@).AccessToken;',
  'Send(x == "" ? (@).AccessToken : null);',
] as const;

export const serviceConsumer: fc.Arbitrary<MadeServiceConsumer> = fc
  .record({
    statements: fc.array(fc.tuple(fc.constantFrom(...uses), ask), { minLength: 1, maxLength: 4 }),
    holder: fc.constantFrom('primary', 'constructor'),
    settings: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ statements, holder, settings, lineEnd }) => {
    const isPrimary = holder === 'primary';
    const printer = new Printer(isPrimary ? '' : '_');
    const methods = statements.map(
      ([use, asks], index) =>
        `\n    public async Task F${index}(string x)\n    {\n${printer.fill(use, asks, index)}\n        Keep(${index});\n    }\n`,
    );
    // What is used for something else stays.
    const other = settings ? `\n    string? Name => ${isPrimary ? '' : '_'}settings.ClientId;\n` : '';
    const secrets = statements.some(([, { key }]) => key === 'secret');
    const text = `${usings}\n${isPrimary ? primary(secrets) : withConstructor(secrets)}${methods.join('')}${other}}\n`;
    return { text: text.replaceAll('\n', lineEnd), asked: printer.asked };
  });

const usings = `using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Config;
using Altinn.ApiClients.Maskinporten.Interfaces;
using Altinn.ApiClients.Maskinporten.Models;
`;
const constant = '\n    private const string Scope = "own:constant";\n';

function parameters(secrets: boolean): string {
  return `IMaskinportenService service, MaskinportenSettings settings${secrets ? ', ISecretsClient secrets' : ''}`;
}

function primary(secrets: boolean): string {
  return `class C(${parameters(secrets)})\n{${constant}`;
}

function withConstructor(secrets: boolean): string {
  return `class C
{
    private readonly IMaskinportenService _service;
    private readonly MaskinportenSettings _settings;
${secrets ? '    private readonly ISecretsClient _secrets;\n' : ''}
    public C(${parameters(secrets)})
    {
        _service = service;
        _settings = settings;
${secrets ? '        _secrets = secrets;\n' : ''}    }
${constant}`;
}

class Printer {
  readonly asked: string[] = [];
  readonly #prefix: string;
  #count = 0;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  fill(template: string, asked: Ask, number: number): string {
    const name = asked.exchange ? 'GetAltinnExchangedToken' : 'GetAccessToken';
    const [before, call] = this.#call(asked, number);
    this.asked.push(`${name} ${this.#written(asked)}`);
    const exchanged = `await ${this.#prefix}service.ExchangeToAltinnToken(${asked.exchange ? `await ${call}` : ''}, "tt02")`;
    const response = asked.exchange ? exchanged : `await ${call}`;
    const pair = `var first# = await ${call};\n        var r# = await ${this.#prefix}service.ExchangeToAltinnToken(first#, "tt02");`;
    const statement = asked.exchange ? pair : `TokenResponse r# = await ${call};`;
    const body = template.replace('~', `${statement}\n       `).replaceAll('@', response);
    this.#count++;
    return `${before}        ${body}`.replaceAll('#', String(number));
  }

  #written({ scopes }: Ask): string {
    if (scopes === 'constant') return 'Scope';
    return scopes === 'two' ? `"own:a${this.#count}", "own:b${this.#count}"` : `"own:a${this.#count}"`;
  }

  #call({ scopes, key, layout }: Ask, number: number): readonly [before: string, call: string] {
    const { [key]: signing } = {
      settings: `${this.#prefix}settings.EncodedJwk`,
      secret: `jwk${number}`,
      object: `new JsonWebKey(${this.#prefix}settings.EncodedJwk)`,
    };
    const written = {
      one: `"own:a${this.#count}"`,
      two: `"own:a${this.#count} own:b${this.#count}"`,
      constant: 'Scope',
    }[scopes];
    const args = [signing, '"test"', `${this.#prefix}settings.ClientId`, written, 'null'];
    const list = layout === 'line' ? args.join(', ') : `\n            ${args.join(',\n            ')}\n        `;
    const secret = `        var jwk${number} = await ${this.#prefix}secrets.GetSecretAsync("mp--jwk");\n`;
    return [key === 'secret' ? secret : '', `${this.#prefix}service.GetToken(${list})`];
  }
}
