Console.WriteLine("legofunc");
