using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpcApp.Generators.Tests.Support;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Generators.Tests.Codecs;

/// <summary>
/// Generated codecs give the same values, bytes and error texts as System.Text.Json's contracts do: the same source is compiled with and
/// without the generator, and both are put to the same tests.
/// </summary>
public sealed class CodecEqualityTests
{
    private static readonly Lazy<LoadedApp> WithCodecs
        = new(() => LoadedApp.Load(GeneratorRun.Of(WithRoots(ModelSource.Text)).Output.EmitClean()));
    private static readonly Lazy<LoadedApp> Without
        = new(() => LoadedApp.Load(TestCompilation.Create(ModelSource.Text, ModelSource.UnionTypes).EmitClean()));

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var model in ModelSource.Generated.Concat(ModelSource.Others))
        {
            foreach (var options in Options.Keys)
            {
                cases.Add(model, options);
            }
        }

        return cases;
    }

    private static readonly Dictionary<string, Action<IpcSerializerOptions>> Options = new()
    {
        ["default"] = _ => { },
        ["lenient"] = options =>
        {
            options.Int64AsNumber = true;
            options.JsonSerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.JsonSerializerOptions.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
            options.JsonSerializerOptions.PropertyNameCaseInsensitive = true;
            options.JsonSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.JsonSerializerOptions.RespectNullableAnnotations = false;
        },
        ["strict"] = options =>
        {
            options.JsonSerializerOptions.PropertyNamingPolicy = null;
            options.JsonSerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.JsonSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
            options.JsonSerializerOptions.RespectRequiredConstructorParameters = true;
            options.JsonSerializerOptions.MaxDepth = 3;
            options.JsonSerializerOptions.Converters.Clear();
        },
        ["fields"] = options => options.JsonSerializerOptions.IncludeFields = true,
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_codec_does_what_the_contract_does(string model, string options)
    {
        var generated = Observe(WithCodecs.Value, model, options);
        var reflected = Observe(Without.Value, model, options);

        Assert.Equal(reflected.Lines, generated.Lines);
    }

    [Fact]
    public void The_types_meant_to_have_a_codec_have_one_and_the_others_have_none()
    {
        RuntimeHelpers.RunModuleConstructor(WithCodecs.Value.Assembly.ManifestModule.ModuleHandle); // as any code in it does

        Assert.All(ModelSource.Generated, model => Assert.NotNull(CodecTable.Find(TypeOf(WithCodecs.Value, model))));
        Assert.All(ModelSource.Others, model => Assert.Null(CodecTable.Find(TypeOf(WithCodecs.Value, model))));
        Assert.All(ModelSource.Generated, model => Assert.Null(CodecTable.Find(TypeOf(Without.Value, model))));
    }

    [Fact]
    public void What_is_usual_is_read_without_untyped_values_between()
        => Assert.All(
            ModelSource.Generated.Except(["Throwing", "ReadOnly", "Odd", "Flags", "Alike", "Nesting"]),
            model => Assert.True(Observe(WithCodecs.Value, model, "default").DirectReads > 0, model));

    /// <summary>The types of samples that are no classes of their own.</summary>
    private static readonly string[] SampleTypes =
    [
        "(int, Note)", "(string Name, Size? Size)", "Tuple<string, List<Note>>",
        "(int, string, bool, double, long, Size, Point, string, (int, string), byte[])",
        "Tuple<int, int, int, int, int, int, int, Tuple<string, Note>>", "(Size A, (bool, string) B)?[]",
        "Pet[]", "List<Answer>", "AnyFigure[]", "(Option<string>, Option<Pet>, Option<(int, int)>)", "ClassUnion[]", "AlikeUnion[]", "Left[]",
    ];

    private static CodecBehaviour Observe(LoadedApp app, string model, string name)
    {
        var options = new IpcSerializerOptions();
        Options[name](options);
        return CodecBehaviour.Of(app.Assembly.GetType("Models." + model, throwOnError: true)!, options);
    }

    private static Type TypeOf(LoadedApp app, string model)
        => app.Assembly.GetType("Models." + model, throwOnError: true)!.GetProperty("Sample")!.PropertyType;

    private static string[] WithRoots(string models)
    {
        var roots = ModelSource.Generated.Concat(ModelSource.Others)
            .Select(model => $"[assembly: IpcSerializable(typeof(Models.{model}))]")
            .Concat(SampleTypes.Select(type => $"[assembly: IpcSerializable(typeof({type}))]"));
        return [models, "using Models;\n" + string.Join('\n', roots), ModelSource.UnionTypes];
    }
}
