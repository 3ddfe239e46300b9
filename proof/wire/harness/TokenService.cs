namespace Maskinflytt.Proof.Wire;

/// <summary>A service of Altinn.App.Core that gives tokens, whoever registered it.</summary>
public sealed record TokenService(Type Type)
{
    private const string Scope = "proof:les";

    public string Name => Type.Name;

    public static IEnumerable<TokenService> In(IServiceCollection services) =>
        services
            .Where(service => !service.IsKeyedService)
            .Select(service => service.ServiceType)
            .Where(type => type.Assembly.GetName().Name == "Altinn.App.Core")
            .Where(type => type.Name is "IMaskinportenClient" or "IMaskinportenTokenProvider")
            .Distinct()
            .Select(type => new TokenService(type));

    public async Task<string> Ask(IServiceProvider services)
    {
        object service = services.GetRequiredService(Type);
        var asking = (Task)(
            Type.GetMethod("GetAccessToken")?.Invoke(service, [new[] { Scope }, CancellationToken.None])
            ?? Type.GetMethod("GetToken")!.Invoke(service, [Scope])!
        );
        await asking;
        object token = asking.GetType().GetProperty("Result")!.GetValue(asking)!;
        object? text = token as string ?? Part("Value") ?? Part("AccessToken");
        return (string)text!;

        object? Part(string name) => token.GetType().GetProperty(name)?.GetValue(token);
    }
}
