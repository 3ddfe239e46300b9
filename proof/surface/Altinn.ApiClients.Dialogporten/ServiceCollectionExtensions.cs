#nullable disable
using System;
using Altinn.ApiClients.Maskinporten.Config;
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.ApiClients.Dialogporten;

public class DialogportenSettings
{
    public string Environment { get; set; }

    public MaskinportenSettings Maskinporten { get; set; }
}

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddDialogportenClient(this IServiceCollection services, DialogportenSettings settings) =>
        throw new NotSupportedException();
}
