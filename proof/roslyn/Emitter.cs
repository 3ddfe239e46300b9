namespace Maskinflytt.Proof.Roslyn;

/// <summary>Jobs, and which of them to write where.</summary>
public sealed record EmitRequest(IReadOnlyList<Job> Jobs, IReadOnlyDictionary<string, string> Outputs);

public static class Emitter
{
    public static IReadOnlyList<string> Emit(EmitRequest request)
    {
        CompilationSet compilations = new(request.Jobs);
        foreach ((string id, string path) in request.Outputs)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
            using FileStream image = File.Create(path);
            if (!compilations.Of(id).Emit(image, options: new(metadataOnly: true)).Success)
                throw new InvalidDataException($"does not compile: {id}");
        }
        return [.. request.Outputs.Values];
    }
}
