using System.Text.Json;
using Maskinflytt.Proof.Roslyn;

// Reads one request as JSON from standard input and answers in JSON: `compile` with diagnostics, `surface` with what a
// stand-in declares and the real library lacks, `emit` with the assemblies that it wrote.
Stream input = Console.OpenStandardInput();
Stream output = Console.OpenStandardOutput();
JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

switch (args)
{
    case ["compile"]:
        Answer(Compiler.DiagnosticsOf(Ask<IReadOnlyList<Job>>()));
        return 0;
    case ["surface"]:
        Answer(Surface.Differences(Ask<SurfaceRequest>()));
        return 0;
    case ["emit"]:
        Answer(Emitter.Emit(Ask<EmitRequest>()));
        return 0;
    default:
        Console.Error.WriteLine("roslyn compile|surface|emit <request.json");
        return 2;
}

T Ask<T>() => JsonSerializer.Deserialize<T>(input, json) ?? throw new InvalidDataException("no request");

void Answer<T>(T answer) => JsonSerializer.Serialize(output, answer, json);
