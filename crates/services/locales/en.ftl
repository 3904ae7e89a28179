services-answer-required = Answer this question.
services-choice-required = Choose one.
services-declaration-required = Confirm this declaration. Without it we cannot accept the application.
services-file-required = Attach a file.
services-files-many = Too many files. The most allowed: { $max }.
services-wrong-type = The answer is of the wrong kind.
services-unknown-field = The form has no such field.
services-choice-unknown = Choose one of those offered.
services-control = The text has characters that cannot be kept. Type it instead of pasting.
services-too-long = The text is too long. At most { $max ->
    [one] { $max } character
   *[other] { $max } characters
 }; shorten it by { $over }.
services-too-short = The text is too short. Write at least { $min ->
    [one] { $min } character
   *[other] { $min } characters
 }.
services-why = { $why }
services-pesel-future = The PESEL number holds a date of birth that has not come yet.
services-too-young = One must be at least { $min } years old.
services-email = Give an e-mail address, for example anna.nowak@example.pl.
services-number = Give a number, for example 12 or 12.5.
services-money = Give an amount in złoty, for example 1250 or 1250.50.
services-whole = Give a whole number.
services-min = Give a number not below { $min }.
services-max = Give a number not above { $max }.
services-date = Give a date, for example 12.01.2026.
services-date-impossible = There is no such day: { $date }.
services-date-future = This date has not come yet. Give today's or an earlier one.
services-date-past = This date has passed. Give today's or a later one.
services-house = Give the number of the house.
services-city = Give the town or village.
services-sent-already = This application has been sent and cannot be changed.
services-prove-first = First confirm your e-mail address. We send a link to it.
services-mail-sent-subject = We have received your application { $number }
services-mail-sent-text = The office ({ $office }) has received an application about: { $service }. Its number: { $number }.
services-mail-sent-secret = This link shows what happens with the matter and has the receipt. Give it to nobody: whoever has it sees your matter.
services-mail-sent-account = Sign in to see what happens with the matter and to get the receipt.
services-mail-sent-button = See the matter
services-schema-too-large = Too many or too long. At most: { $what }.
services-schema-unreadable = It cannot be read: { $what }
services-schema-empty = The Polish text is missing. { $what }
services-schema-deep = Conditions are nested too deeply. Levels at most: { $what }.
services-schema-condition = The condition asks about the field “{ $what }”, which does not stand before it.
services-schema-no-options = Add options to choose from. { $what }
services-schema-options-idle = A field of the kind “{ $what }” has no options to choose from.
services-schema-value = The value “{ $what }” may have only plain letters, digits, “-” and “_”, at most 60.
services-schema-twice = “{ $what }” stands twice.
services-schema-min-max = The least is greater than the most: { $what }.
services-schema-pattern = This regular expression is wrong: { $what }
services-schema-info-required = Information cannot be required. { $what }
services-schema-format = Unknown edition of the format: { $what }. We know 1.
services-schema-no-steps = A form must have at least one step. { $what }
services-schema-no-fields = A step must have at least one field. { $what }
services-schema-step-id = The step's id “{ $what }” may have only small plain letters, digits and “-”, at most 40, and may not be a reserved word.
services-schema-field-id = The field's id “{ $what }” must begin with a small letter and may have only small plain letters, digits and “_”, at most 60; some words are reserved.
