using Bogus;

namespace IpcApp.Testing.Internal.Faking;

/// <summary>Texts that a person would have written there, by the name of the parameter or member.</summary>
internal static class PlausibleText
{
    private static readonly (string Part, Func<Faker, string> Make)[] ByName =
    [
        ("email", f => f.Internet.Email()),
        ("mail", f => f.Internet.Email()),
        ("url", f => f.Internet.Url()),
        ("uri", f => f.Internet.Url()),
        ("href", f => f.Internet.Url()),
        ("path", f => f.System.FilePath()),
        ("file", f => f.System.FileName()),
        ("firstname", f => f.Name.FirstName()),
        ("lastname", f => f.Name.LastName()),
        ("user", f => f.Internet.UserName()),
        ("name", f => f.Name.FullName()),
        ("author", f => f.Name.FullName()),
        ("phone", f => f.Phone.PhoneNumber()),
        ("street", f => f.Address.StreetAddress()),
        ("address", f => f.Address.FullAddress()),
        ("city", f => f.Address.City()),
        ("zip", f => f.Address.ZipCode()),
        ("country", f => f.Address.Country()),
        ("currency", f => f.Finance.Currency().Code),
        ("color", f => f.Internet.Color()),
        ("product", f => f.Commerce.ProductName()),
        ("company", f => f.Company.CompanyName()),
        ("title", f => f.Lorem.Sentence(4)),
        ("tag", f => f.Lorem.Word()),
        ("word", f => f.Lorem.Word()),
        ("id", f => f.Random.AlphaNumeric(12)),
        ("description", f => f.Lorem.Paragraph()),
        ("body", f => f.Lorem.Paragraph()),
    ];

    public static string For(Faker faker, string? name)
    {
        foreach (var (part, make) in ByName)
        {
            if (name?.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
            {
                return make(faker);
            }
        }

        return faker.Lorem.Sentence(faker.Random.Int(1, 8));
    }
}
