using System.Reflection;
using System.Runtime.CompilerServices;

namespace Maskinflytt.Proof.Wire;

/// <summary>A method of an app's own class that can be called with values made up for it.</summary>
public sealed record Callable(Type Type, MethodInfo Method)
{
    public string Name => $"{Type.FullName}.{Method.Name}";

    /// <summary>What it gives back, when that is a token in text.</summary>
    public async Task<string?> Call(IServiceProvider services)
    {
        object instance = Registered(services) ?? ActivatorUtilities.CreateInstance(services, Type);
        object?[] arguments = [.. Method.GetParameters().Select(Argument)];
        object? given = Method.Invoke(instance, arguments);
        if (given is not Task task)
        {
            return null;
        }
        await task;
        return task is Task<string> { Result: { } text } && text.Count(one => one == '.') >= 2 ? text : null;
    }

    /// <summary>By its own type, or by an interface of the app.</summary>
    private object? Registered(IServiceProvider services) =>
        Type.GetInterfaces()
            .Where(type => type.Assembly == Type.Assembly)
            .Prepend(Type)
            .Select(services.GetService)
            .FirstOrDefault(service => service?.GetType() == Type);

    private static object? Argument(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }
        if (type == typeof(string))
        {
            return "x";
        }
        if (type.IsValueType)
        {
            return Activator.CreateInstance(type);
        }
        return type.Name == "Instance" ? Instance(type) : null;
    }

    /// <summary>Of the platform's models: as much as code that sends it somewhere looks at.</summary>
    private static object Instance(Type type)
    {
        object instance = Activator.CreateInstance(type)!;
        type.GetProperty("Id")?.SetValue(instance, "1/2");
        type.GetProperty("Org")?.SetValue(instance, "org");
        type.GetProperty("AppId")?.SetValue(instance, "org/app");
        if (type.GetProperty("InstanceOwner") is { } owner)
        {
            object made = Activator.CreateInstance(owner.PropertyType)!;
            owner.PropertyType.GetProperty("OrganisationNumber")?.SetValue(made, "313131313");
            owner.SetValue(instance, made);
        }
        return instance;
    }
}

public static class Callables
{
    private static readonly string[] s_sources =
    [
        "IMaskinportenClient",
        "IMaskinportenTokenProvider",
        "IMaskinportenService",
        "IHttpClientFactory",
        "HttpClient",
    ];

    /// <summary>Methods of the classes that ask for tokens or requests, themselves or through another class of the app.</summary>
    public static IEnumerable<Callable> In(Assembly app)
    {
        Type[] classes = [.. app.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true })];
        return classes
            .Where(type => Asks(type, app))
            .SelectMany(MethodsOf)
            .OrderBy(callable => callable.Name, StringComparer.Ordinal);
    }

    private static bool Asks(Type type, Assembly app) =>
        type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Any(given => s_sources.Contains(given.Name) || given.Assembly == app);

    private static IEnumerable<Callable> MethodsOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.IsGenericMethod)
            .Where(method => method.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Select(method => new Callable(type, method));
}
