import fc from 'fast-check';

/** A class that asks the old token provider for tokens, each with scopes of its own. */
export interface MadeConsumer {
  readonly text: string;
  /** The scopes that are asked for, each once. */
  readonly scopes: readonly string[];
}

interface Ask {
  readonly exchange: boolean;
  readonly scopes: 'one' | 'two' | 'constant' | 'named';
  readonly waits: 'await' | 'configured' | 'Result' | 'GetResult';
  readonly broken: boolean;
}

const ask: fc.Arbitrary<Ask> = fc.record({
  exchange: fc.boolean(),
  scopes: fc.constantFrom('one', 'two', 'constant', 'named'),
  waits: fc.constantFrom('await', 'configured', 'Result', 'GetResult'),
  broken: fc.boolean(),
});

/** What a method does with a token; `@` stands for it, waited for, and `#` for the task. */
const uses = [
  'var t# = @;',
  'string t# = @;',
  'string? t# = @;',
  'object t# = @;',
  '_token = @;',
  'Send(@);',
  'Send($"Bearer {@}");',
  'Send("Bearer " + @);',
  'Send((@).Trim());',
  'Send(x == "" ? @ : null);',
  'Send(@ ?? x);',
  'if (@ is { Length: > 0 } t#) Send(t#);',
  'foreach (var t# in new[] { @, x }) Send(t#);',
  'var t# = x switch { "" => @, _ => x };',
  'Send(new { Token = @ });',
  'var (t#, u#) = (@, x);',
  '_ = @;',
  '// before\n        var t# = @; // behind',
] as const;

/** Members that hand the task on; `~` stands for it. */
const members = [
  'Task<string> F#(string x) => ~;',
  'public virtual Task<string> F#(string x) { return ~; }',
  'Task<string> F#(string x) => x == "" ? ~ : ~;',
  'Task<string> F#(string x)\n    {\n        if (x == "") return Task.FromResult(x);\n        return ~;\n    }',
  'Func<string, Task<string>> F# => x => ~;',
  'void F#(string x) => Task.Run(() => { return ~; });',
] as const;

const holders = ['primary', 'constructor', 'property', 'services'] as const;

export const consumer: fc.Arbitrary<MadeConsumer> = fc
  .record({
    holder: fc.constantFrom(...holders),
    statements: fc.array(fc.tuple(fc.constantFrom(...uses), fc.array(ask, { minLength: 2, maxLength: 2 })), {
      minLength: 1,
      maxLength: 5,
    }),
    handedOn: fc.array(fc.tuple(fc.constantFrom(...members), fc.array(ask, { minLength: 2, maxLength: 2 })), {
      maxLength: 3,
    }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    tabs: fc.boolean(),
  })
  .map(({ holder, statements, handedOn, lineEnd, tabs }) => {
    const printer = new Printer(holder);
    const does = statements.map(([use, asks], index) => `        ${printer.fill(use, asks, index)}`);
    const own = handedOn.map(([member, asks], index) => `    ${printer.fill(member, asks, index)}`);
    const lines = `${head(holder)}${printer.constants()}\n    async Task Ask(string x)\n    {\n${does.map((line) => `${line}\n`).join('')}        Keep();\n    }\n${own.map((member) => `\n${member}\n`).join('')}}\n`;
    const text = tabs ? lines.replace(/^( {4})+/gm, (indent) => '\t'.repeat(indent.length / 4)) : lines;
    return { text: text.replaceAll('\n', lineEnd), scopes: printer.scopes };
  });

function head(holder: (typeof holders)[number]): string {
  const using = 'using System.Threading.Tasks;\nusing Altinn.App.Core.Internal.Maskinporten;\n\n';
  switch (holder) {
    case 'primary':
      return `${using}class C(IMaskinportenTokenProvider provider)\n{`;
    case 'constructor':
      return `${using}class C\n{\n    private readonly IMaskinportenTokenProvider _provider;\n\n    public C(IMaskinportenTokenProvider provider)\n    {\n        _provider = provider;\n    }\n`;
    case 'property':
      return `${using}class C(IMaskinportenTokenProvider provider)\n{\n    private IMaskinportenTokenProvider Provider { get; } = provider;\n`;
    case 'services':
      return `${using}class C(IServiceProvider services)\n{`;
  }
}

const names = {
  primary: 'provider',
  constructor: '_provider',
  property: 'Provider',
  services: 'services.GetRequiredService<IMaskinportenTokenProvider>()',
};

class Printer {
  readonly scopes: string[] = [];
  readonly #name: string;
  #count = 0;

  constructor(holder: (typeof holders)[number]) {
    this.#name = names[holder];
  }

  fill(template: string, asks: readonly Ask[], number: number): string {
    let next = 0;
    return template.replaceAll('#', String(number)).replace(/[@~]/g, (mark) => {
      const asked = asks[next++ % asks.length];
      if (asked === undefined) throw new Error('nothing to ask for');
      return mark === '~' ? this.#call(asked) : this.#waited(asked);
    });
  }

  /** One for each scope that has a name. */
  constants(): string {
    const named = this.scopes.filter((scope) => scope.startsWith('Scope'));
    return `${named.map((name) => `\n    const string ${name} = "own:${name}";`).join('')}\n`;
  }

  #waited(asked: Ask): string {
    const call = this.#call(asked);
    switch (asked.waits) {
      case 'await':
        return `await ${call}`;
      case 'configured':
        return `await ${call}.ConfigureAwait(false)`;
      case 'Result':
        return `${call}.Result`;
      case 'GetResult':
        return `${call}.GetAwaiter().GetResult()`;
    }
  }

  #call({ exchange, scopes, broken }: Ask): string {
    const dot = broken ? '\n            .' : '.';
    return `${this.#name}${dot}${exchange ? 'GetAltinnExchangedToken' : 'GetToken'}(${this.#argument(scopes)})`;
  }

  #argument(kind: Ask['scopes']): string {
    const number = this.#count++;
    if (kind === 'constant') {
      this.scopes.push(`Scope${number}`);
      return `Scope${number}`;
    }
    const own = kind === 'two' ? [`own:a${number}`, `own:b${number}`] : [`own:a${number}`];
    this.scopes.push(...own.map((scope) => `"${scope}"`));
    return `${kind === 'named' ? 'scopes: ' : ''}"${own.join(' ')}"`;
  }
}
